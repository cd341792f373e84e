import { expect, it } from 'vitest'
import type { BoardAnswer } from '#server/sales/sales.contract.ts'
import { movedOnBoard } from './moved-on-board.ts'

const card = (id: string, stage: string, amountKopecks: number | null) =>
  ({ id, stage, amountKopecks, stageName: stage }) as BoardAnswer['columns'][number]['cards'][number]
const column = (
  stage: string,
  cards: BoardAnswer['columns'][number]['cards'],
  count: number,
  sumKopecks: number,
) => ({ stage, name: stage.toUpperCase(), cards, count, sumKopecks }) as BoardAnswer['columns'][number]
const board = {
  columns: [
    column('offer', [card('a', 'offer', 100), card('b', 'offer', 200)], 40, 900),
    column('terms', [card('c', 'terms', 50)], 1, 50),
  ],
} as BoardAnswer

it('a moved card stands first in its new column, and both columns count and sum anew', () => {
  const [offer, terms] = movedOnBoard(board, 'b', 'terms').columns
  expect([offer?.count, offer?.sumKopecks, offer?.cards.map(({ id }) => id)]).toEqual([39, 700, ['a']])
  expect([terms?.count, terms?.sumKopecks, terms?.cards.map(({ id }) => id)]).toEqual([2, 250, ['b', 'c']])
  expect(terms?.cards[0]).toMatchObject({ stage: 'terms', stageName: 'TERMS' })
})

it('a card dropped where it stood, or unknown, changes nothing', () => {
  expect(movedOnBoard(board, 'a', 'offer')).toBe(board)
  expect(movedOnBoard(board, 'nobody', 'terms')).toBe(board)
})

it('a card whose sum is hidden moves without touching the sums', () => {
  const hidden = {
    ...board,
    columns: [column('offer', [card('h', 'offer', null)], 1, 0), column('terms', [], 0, 0)],
  }
  expect(movedOnBoard(hidden, 'h', 'terms').columns.map(({ sumKopecks }) => sumKopecks)).toEqual([0, 0])
})
