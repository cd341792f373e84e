import type { Caller, Callers } from './caller.ts'
import type { House } from './house.ts'

/** Commands that a process takes; others keep their answer in the very transaction of their effect. */
const takenByProcesses = /\/(move|lose|approve|take|pick|report-shortage|ship)$/

/**
 * People who lose each answer of a process: what the server has kept of it is taken away, as if it had been killed
 * between the effect and the keeping, and they say it again under the same key.
 */
export const losingAnswers =
  (house: House, as: Callers): Callers =>
  async login => {
    const caller = await as(login)
    const command: Caller['command'] = async (key, path, body) => {
      const first = await caller.command<never>(key, path, body)
      if (!takenByProcesses.test(path)) return first
      await house.sql(
        'update command_record set status = null, answer = null where actor_id = $1 and path = $2',
        [caller.id, `/api${path}`],
      )
      return caller.command(key, path, body)
    }
    return { ...caller, command }
  }
