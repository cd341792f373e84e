/** One field that both changed: what this person wants, what stands there now. */
export interface Conflict {
  field: string
  mine: unknown
  theirs: unknown
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Fields on which the two versions differ; a field both set to the same value needs no choice. */
export const conflictsOf = (mine: object, theirs: Record<string, unknown>): Conflict[] =>
  Object.entries(mine)
    .filter(([field, value]) => !same(value, theirs[field]))
    .map(([field, value]) => ({ field, mine: value, theirs: theirs[field] }))

/** What is saved: the fields where this person's value was chosen. */
export const keptOf = (
  conflicts: readonly Conflict[],
  chosen: ReadonlySet<string>,
): Record<string, unknown> =>
  Object.fromEntries(
    conflicts.filter(({ field }) => chosen.has(field)).map(({ field, mine }) => [field, mine]),
  )
