/** Who moved a process: a person, a rule of a definition, the product itself, 1C or the client. */
export type PathActorType = 'user' | 'rule' | 'system' | '1c' | 'client'

export interface PathActor {
  type: PathActorType
  /** A user's id, a rule's key; null for the product itself. */
  id: string | null
  /** Always null inside processes: names are personal data, the activity that writes the row fills them in. */
  name: string | null
}

/** One line of a process's path; plain JSON, becomes a row of `process_event`. */
export interface PathEvent {
  /** English lower snake, stable: 'step_approved'. */
  kind: string
  /** A Russian sentence without names. */
  title: string
  actor: PathActor
  data: Record<string, string | number | boolean | null>
  /** Epoch ms. */
  at: number
  /** How long the process had stood before this, ms; null where nothing was waited for. */
  waitedMs: number | null
  /** The stage of a deal the line belongs to; null for other processes. */
  stage: string | null
}

/** A line by what moved the process, with the usual defaults. */
export const pathEvent = (
  line: Pick<PathEvent, 'kind' | 'title' | 'at'> & Partial<Omit<PathEvent, 'actor'>> & { by?: string | null },
): PathEvent => ({
  kind: line.kind,
  title: line.title,
  actor: line.by ? { type: 'user', id: line.by, name: null } : { type: 'system', id: null, name: null },
  data: line.data ?? {},
  at: line.at,
  waitedMs: line.waitedMs ?? null,
  stage: line.stage ?? null,
})
