import { call } from './http.ts'
import { type Problem, Refusal, readProblem } from './problem.ts'

export interface Command {
  resource: string
  id: string
  verb: string
  body?: object | undefined
  /** One per action of the person; the same when that action is sent again. */
  key: string
}

interface Pending {
  status: string
}

/** As `GET /api/commands/<id>` tells it. */
interface CommandStatus {
  done: boolean
  status: number | null
  answer: unknown
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Sends one command and answers with the record as it stands after it. A lost connection or a 503
 * is tried again under the same key, so that the command happens once; a 202 is followed to its end.
 */
export async function sendCommand<T>({ resource, id, verb, body, key }: Command): Promise<T> {
  const send = () =>
    call<T | Pending>(`/${resource}/${encodeURIComponent(id)}/${verb}`, {
      method: 'POST',
      body: body ?? {},
      headers: { 'idempotency-key': key },
    })
  const answer = await insist(send)
  return answer.status === 202 ? follow<T>((answer.body as Pending).status) : (answer.body as T)
}

async function insist<T>(send: () => Promise<T>, pauses = [400, 1500]): Promise<T> {
  try {
    return await send()
  } catch (error) {
    const [wait, ...rest] = pauses
    const worthIt = error instanceof TypeError || (error instanceof Refusal && error.status === 503)
    if (!worthIt || wait === undefined) throw error
    await pause(wait)
    return insist(send, rest)
  }
}

/** The process has not taken it within five seconds: ask until it has, for about a minute. */
async function follow<T>(link: string, asked = 0): Promise<T> {
  await pause(Math.min(500 + asked * 250, 2000))
  const { body } = await call<CommandStatus>(link.replace(/^\/api/, ''))
  if (!body.done)
    return asked < 40 ? follow<T>(link, asked + 1) : refuse(readProblem(503, { code: 'EngineAway' }))
  if ((body.status ?? 200) >= 400) return refuse(readProblem(body.status ?? 500, body.answer))
  return body.answer as T
}

const refuse = (problem: Problem): never => {
  throw new Refusal(problem)
}
