/** States as data: state → move → the state it leads to. A move is said once and read by entity, process, contract and screen. */
export type MoveTable<State extends string> = Readonly<
  Record<State, Readonly<Partial<Record<string, State>>>>
>

/** The moves of a table, as a union of their names. */
export type MoveOf<Table> = { [State in keyof Table]: keyof Table[State] }[keyof Table] & string

/** The state a move leads to, or undefined where there is no such move; words from outside are safe to ask with. */
export function moveIn<State extends string>(
  table: MoveTable<State>,
  from: State,
  move: string,
): State | undefined {
  const moves = table[from]
  return Object.hasOwn(moves, move) ? moves[move] : undefined
}

/** The moves possible from a state. */
export const movesFrom = <State extends string>(table: MoveTable<State>, from: State): string[] =>
  Object.keys(table[from])

/**
 * What is wrong with a table, in sentences; empty when it is sound: every target exists, every state is reached
 * from the start, and every state that is not an end can still come to one (no dead or endless states).
 */
export function faultsOfMoves(
  table: Readonly<Record<string, Readonly<Record<string, string>>>>,
  start: string,
  ends: readonly string[],
): string[] {
  const states = Object.keys(table)
  const targets = (state: string): string[] => Object.values(table[state] ?? {})
  const reachable = (from: string): Set<string> => {
    const seen = new Set([from])
    for (const state of seen) for (const next of targets(state)) seen.add(next)
    return seen
  }
  const reached = reachable(start)
  return [
    ...[start, ...ends].filter(state => !states.includes(state)).map(state => `${state} is not in the table`),
    ...states.flatMap(state =>
      targets(state)
        .filter(target => !states.includes(target))
        .map(target => `${state} leads to ${target}, which does not exist`),
    ),
    ...states.filter(state => !reached.has(state)).map(state => `${state} is never reached`),
    ...states
      .filter(state => !ends.some(end => reachable(state).has(end)))
      .map(state => `${state} never comes to an end`),
  ]
}
