/** What every command of a person carries: ids only, never names. */
export interface Command {
  /** The user's id; the route has checked the rights. */
  by: string
  /** The request's identity (hash of actor, verb and Idempotency-Key): a repeat changes nothing. */
  requestId: string
}

/** What a command answers: where the process stands now. The record itself is read from the projection. */
export interface CommandAnswer {
  status: string
  /** Sequence number of the state; the projection holds at least this. */
  seq: number
}

/** How many of the last request ids a process remembers, across continue-as-new too. */
const REMEMBERED = 50

/** The ring with the id added, oldest forgotten first. */
export const remember = (ring: readonly string[], id: string): string[] => [...ring, id].slice(-REMEMBERED)

export const answerOf = ({ status, seq }: CommandAnswer): CommandAnswer => ({ status, seq })
