import { describe, expect, it } from 'vitest'
import { nearAlternatives } from './near-alternatives.ts'

const broom = (id: string, properties: Record<string, string>, more: object = {}) => ({
  id,
  productId: 'электровеник',
  groupIds: ['веники'],
  name: `Веник ${Object.values(properties).join(' ')}`,
  properties,
  free: '30',
  ...more,
})
const greenTurbo = broom('зт', { Цвет: 'зелёный', Турбонаддув: 'да' }, { free: '0' })

describe('what could be had instead', () => {
  it('S-021 instead of the green one with turbo: the brown one with turbo, which is there today', () => {
    const found = nearAlternatives(greenTurbo, [
      broom('з', { Цвет: 'зеленый', Турбонаддув: 'нет' }),
      broom('кт', { Цвет: 'коричневый', Турбонаддув: 'да' }),
      greenTurbo,
    ])
    expect(found.map(one => one.offering.id)).toEqual(['кт', 'з'])
    expect(found[0]).toMatchObject({
      same: ['Турбонаддув'],
      differs: [{ property: 'Цвет', wanted: 'зелёный', has: 'коричневый' }],
    })
    expect(found[1]?.same).toEqual(['Цвет'])
  })

  it('S-021 what is not there today is no alternative', () =>
    expect(nearAlternatives(greenTurbo, [broom('кт', { Цвет: 'коричневый' }, { free: '0' })])).toEqual([]))

  it('S-021 of two alike the one that is enough goes first', () =>
    expect(
      nearAlternatives(
        greenTurbo,
        [
          broom('а', { Цвет: 'белый', Турбонаддув: 'да' }, { free: '5' }),
          broom('б', { Цвет: 'чёрный', Турбонаддув: 'да' }, { free: '50' }),
        ],
        { quantity: '20' },
      ).map(one => one.offering.id),
    ).toEqual(['б', 'а']))

  it('S-021 goods that share nothing are no alternative', () =>
    expect(
      nearAlternatives(greenTurbo, [
        broom('х', { Вкус: 'сладкий' }, { productId: 'мёд', groupIds: ['мёд'] }),
      ]),
    ).toEqual([]))
})
