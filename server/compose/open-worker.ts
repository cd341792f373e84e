import type { Context } from '@temporalio/activity'
import {
  type ActivityExecuteInput,
  type ActivityInboundCallsInterceptor,
  NativeConnection,
  type Next,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker'
import type { ActivityWorld } from '#activities/shared/world.ts'
import type { Mail } from '#integrations/mail/mail.port.ts'
import type { Papers } from '#integrations/papers/papers.port.ts'
import type { KeyRing } from '../engine/codec.ts'
import { dataConverter } from '../engine/data-converter.ts'
import { type Clock, uuidV7 } from '../shared/ids.ts'
import { openOrm } from '../shared/orm.ts'
import { forkSystem } from '../shared/sight.ts'
import { createActivities } from './activities.ts'

export interface WorkerParts {
  databaseUrl: string
  temporal: { address: string; namespace: string }
  keys: KeyRing
  queues: readonly string[]
  clock: Clock
  /** Null where no SMTP is set. */
  mail: Mail | null
  papers: Papers
  workflowBundle: { codePath: string } | { code: string }
}
export interface OpenWorker {
  /** Ends when every queue's worker has ended; rejects when one dies. */
  done: Promise<void>
  stop(): Promise<void>
}

/** Connections of the worker to the base; two stay free for what is not a deed. */
const poolSize = 12

/** Workers for the queues, from parts that are up. `Runtime.install` comes before it. */
export async function openWorker(parts: WorkerParts): Promise<OpenWorker> {
  const orm = await openOrm({ url: parts.databaseUrl, poolSize })
  const world: ActivityWorld = {
    fork: () => forkSystem(orm),
    clock: parts.clock,
    ids: uuidV7(parts.clock),
    mail: parts.mail,
    papers: parts.papers,
  }
  const connection = await connect(parts.temporal.address)
  const shared: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace: parts.temporal.namespace,
    dataConverter: dataConverter(parts.keys),
    activities: createActivities(world),
    interceptors: { activity: [beating] },
    shutdownGraceTime: '20 seconds',
    shutdownForceTime: '30 seconds',
  }
  const workers = await Promise.all(
    parts.queues.map(taskQueue =>
      taskQueue === 'core'
        ? Worker.create({
            ...shared,
            taskQueue,
            workflowBundle: parts.workflowBundle,
            maxCachedWorkflows: 500,
            maxConcurrentWorkflowTaskExecutions: 20,
            maxConcurrentActivityTaskExecutions: poolSize - 2,
            maxConcurrentLocalActivityExecutions: poolSize - 2,
            // After a crash the next worker gets the waiting tasks sooner; the price is a replay now and then.
            stickyQueueScheduleToStartTimeout: '1 second',
          })
        : Worker.create({ ...shared, taskQueue, maxConcurrentActivityTaskExecutions: 2 }),
    ),
  )
  const running = Promise.all(workers.map(worker => worker.run()))
  const done = running.then(async () => {
    await parts.papers.close()
    await connection.close()
    await orm.close()
  })
  return {
    done,
    async stop() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
      await done
    },
  }
}

/** While a deed lasts the engine hears so: of one whose worker died it knows in seconds, not at the end of its term. */
const beating = (context: Context) => ({
  inbound: {
    async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>) {
      const beat = setInterval(() => context.heartbeat(), 5_000)
      try {
        return await next(input)
      } finally {
        clearInterval(beat)
      }
    },
  },
})

async function connect(address: string): Promise<NativeConnection> {
  // The first connection fails while the engine is still starting.
  for (let attempt = 0; ; attempt++)
    try {
      return await NativeConnection.connect({ address })
    } catch (error) {
      if (attempt >= 120) throw error
      await new Promise(resolve => setTimeout(resolve, 250))
    }
}
