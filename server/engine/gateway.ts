import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { ApplicationFailure, type DataConverter, type UpdateDefinition } from '@temporalio/common'
import { type FactParams, fact, factFrom } from '#domain/shared/fact.ts'

export interface GatewayOptions {
  address: string
  namespace: string
  dataConverter: DataConverter
  /** How long a person waits for a process to take a command, ms. */
  deadlineMs?: number
  /** Sends what waits in the outbox for a process nobody knows yet; true when something was sent. */
  sendPending?(workflowId: string): Promise<boolean>
}

/** The engine has the command, but no answer came within the deadline. `end` settles with its end, whenever that is. */
export class StillRunning extends Error {
  readonly end: Promise<unknown>
  constructor(end: Promise<unknown>) {
    super('StillRunning')
    this.end = end
  }
}

export type Gateway = ReturnType<typeof openGateway>

/** Of the deadline, for asking whether the engine is there when no answer has come. */
const pingMs = 1_000
/** A command that was answered with 202 is waited for this long, by its id: asking again runs nothing twice. */
const longWaitMs = 600_000

/**
 * RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED: the command met other messages at the process's door, most of all
 * when it closes the process. Sent again under its id it is taken once.
 */
const jostled = new Set([8, 9, 10])

/** The only file that speaks to the engine as a client; the policies of starting are nowhere else. */
export function openGateway(options: GatewayOptions) {
  const { address, namespace, dataConverter, deadlineMs = 5_000, sendPending = async () => false } = options
  const connection = Connection.lazy({ address, connectTimeout: '3 seconds' })
  const client = new Client({ connection, namespace, dataConverter })
  const within = <T>(work: () => Promise<T>, ms = deadlineMs): Promise<T> =>
    connection.withDeadline(Date.now() + ms, work)

  const ping = (ms: number): Promise<boolean> =>
    within(() => connection.workflowService.getSystemInfo({}), ms).then(
      () => true,
      () => false,
    )

  return {
    /** Starts a process by its natural id; one that runs or has ended already counts as started. */
    async start(workflowType: string, workflowId: string, payload: unknown): Promise<void> {
      try {
        await within(() =>
          client.workflow.start(workflowType, {
            workflowId,
            taskQueue: 'core',
            args: [payload],
            workflowIdConflictPolicy: 'USE_EXISTING',
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          }),
        )
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
      }
    },

    /** Tells a process. One that has ended hears nothing more: that is answered with `false`. */
    async signal(workflowId: string, signal: string, payload: unknown): Promise<boolean> {
      try {
        await within(() => client.workflow.getHandle(workflowId).signal(signal, payload))
        return true
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return false
        throw error
      }
    },

    /**
     * Commands a process and waits until it has taken the command and written what follows from it.
     * @throws the process's own Fact; EngineAway; StillRunning past the deadline; ProcessEnded when it is over
     */
    async update<R, A>(
      definition: UpdateDefinition<R, [A]>,
      workflowId: string,
      updateId: string,
      argument: A,
    ): Promise<R> {
      const send = (ms: number) =>
        within(
          () =>
            client.workflow.getHandle(workflowId).executeUpdate(definition, { updateId, args: [argument] }),
          ms,
        )
      const sendWhileJostled = async (): Promise<R> => {
        const until = Date.now() + deadlineMs - pingMs
        for (;;)
          try {
            return await send(until - Date.now())
          } catch (error) {
            if (!jostled.has(grpcCode(error) ?? -1) || Date.now() >= until) throw error
          }
      }
      try {
        return await sendWhileJostled().catch(async error => {
          // A process that was asked for a moment ago may still stand in the outbox.
          if (error instanceof WorkflowNotFoundError && (await sendPending(workflowId)))
            return sendWhileJostled()
          throw error
        })
      } catch (error) {
        if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
          // Repeated by the client's own retries until the deadline: nobody may have heard it.
          if (!(await ping(pingMs))) throw fact('EngineAway')
          throw new StillRunning(
            send(longWaitMs).catch(late => {
              throw asFact(late)
            }),
          )
        }
        throw asFact(error)
      }
    },

    /** Whether the engine answers at all. */
    ping: () => ping(2_000),

    /** Whether somebody asks for work on the queue: health is a poller, not an open port. */
    async hasPollers(taskQueue: string): Promise<boolean> {
      const { pollers } = await within(
        () =>
          connection.workflowService.describeTaskQueue({
            namespace,
            taskQueue: { name: taskQueue },
            taskQueueType: 1,
          }),
        2_000,
      )
      return (pollers ?? []).some(
        ({ lastAccessTime }) => Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1000 < 70_000,
      )
    },

    close: () => connection.close(),
  }
}

function asFact(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
    return factFrom(error.cause.type, (error.cause.details?.[0] ?? {}) as FactParams)
  if (error instanceof WorkflowNotFoundError) return fact('ProcessEnded')
  const code = grpcCode(error)
  // DEADLINE_EXCEEDED 4, UNAVAILABLE 14
  if (code === 14 || code === 4) return fact('EngineAway')
  return error
}

function grpcCode(error: unknown): number | undefined {
  const { code, cause } = error as { code?: number; cause?: { code?: number } }
  return code ?? cause?.code
}
