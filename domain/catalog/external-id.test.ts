import { describe, expect, it } from 'vitest'
import { externalKey, realId, splitOfferId } from './external-id.ts'

const goods = 'BD72D910-55bc-11d9-848a-00112f43529a'
const lower = goods.toLowerCase()

describe('ids of 1C', () => {
  it('CML-51 GUIDs are compared without case, other ids as they are', () => {
    expect(externalKey(goods)).toBe(lower)
    expect(externalKey('*5108A')).toBe('*5108A')
    expect(externalKey(`${goods}#Size`)).toBe(`${lower}#Size`)
  })

  it('CML-60 an offer is its goods and, behind the first #, its characteristic', () => {
    expect(splitOfferId(`${goods}#a#b`)).toEqual({
      productId: goods,
      productKey: lower,
      offeringKey: `${lower}#a#b`,
      hasCharacteristic: true,
    })
  })

  it.each([
    goods,
    `${goods}#`,
    `${goods}#${lower}`,
    `${goods}#00000000-0000-0000-0000-000000000000`,
    `${goods}#0000`,
  ])('T7 %s has no characteristic', id => {
    expect(splitOfferId(id)).toMatchObject({ offeringKey: lower, hasCharacteristic: false })
  })

  it('T15 an empty id and the null GUID are nothing', () => {
    expect(realId('  ')).toBeNull()
    expect(realId('00000000-0000-0000-0000-000000000000')).toBeNull()
    expect(realId(' 137 ')).toBe('137')
  })
})
