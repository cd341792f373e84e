import { describe, expect, it } from 'vitest'
import { conflictsOf, keptOf } from './conflict.ts'

const mine = { name: 'Ромашка+', inn: '7701', phones: ['1'] }
const theirs = { id: 'a', version: 4, name: 'Роза', inn: '7701', phones: ['1', '2'], kpp: '99' }

describe('two people changed the same record', () => {
  it('only the fields where they differ are asked about', () => {
    expect(conflictsOf(mine, theirs)).toEqual([
      { field: 'name', mine: 'Ромашка+', theirs: 'Роза' },
      { field: 'phones', mine: ['1'], theirs: ['1', '2'] },
    ])
  })
  it('an empty value and an absent one are the same', () => {
    expect(conflictsOf({ kpp: null }, { id: 'a' })).toEqual([])
  })
  it('only what was chosen is saved over theirs', () => {
    expect(keptOf(conflictsOf(mine, theirs), new Set(['phones']))).toEqual({ phones: ['1'] })
  })
})
