import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuidV7 } from './ids.ts'

describe('ids', () => {
  it('are UUIDs of version 7 that sort by the moment they were made', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 45 }), fc.integer({ min: 1, max: 10_000 }), (ms, later) => {
        const at = (time: number) => uuidV7({ now: () => new Date(time) })()
        expect(at(ms)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(at(ms) < at(ms + later)).toBe(true)
      }),
    )
  })

  it('keep the order in which they were made within one moment, however many', () => {
    const next = uuidV7({ now: () => new Date(1_800_000_000_000) })
    const made = Array.from({ length: 10_000 }, next)
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })
})
