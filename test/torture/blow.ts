import type { House, Part } from './house.ts'

export interface Blow {
  /** The kills that have not happened yet happen now; ends when the parent has seen all of them. */
  over(): Promise<void>
}

/** Kills parts in the middle of what goes on: at once, or when the base has told of so many changes. */
export function strike(house: House, parts: readonly Part[], afterChanges: number): Blow {
  let left = afterChanges
  let struck: Promise<unknown> | null = null
  const stop = house.hearing.onChange(() => {
    if (--left <= 0) hit()
  })
  const hit = () => {
    stop()
    struck ??= Promise.all(parts.map(house.kill))
  }
  if (left === 0) hit()
  return {
    async over() {
      hit()
      await struck
    },
  }
}
