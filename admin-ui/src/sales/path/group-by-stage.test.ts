import { expect, it } from 'vitest'
import type { DealPathAnswer, ProcessEventAnswer } from '#server/sales/sales.contract.ts'
import { groupByStage } from './group-by-stage.ts'

const nodes = [
  { stage: 'offer', name: 'КП', hue: 2 },
  { stage: 'terms', name: 'Условия', hue: 3 },
] as DealPathAnswer['nodes']
const event = (id: string, minute: number, stage: string | null) =>
  ({ id, at: `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`, stage }) as ProcessEventAnswer
const shape = (events: ProcessEventAnswer[]) =>
  groupByStage({ nodes, events }).map(({ name, events: lines }) => [name, lines.map(({ id }) => id)])

it('the path is read newest first, cut where the stage changes', () => {
  expect(shape([event('1', 1, 'offer'), event('2', 2, 'offer'), event('3', 3, 'terms')])).toEqual([
    ['Условия', ['3']],
    ['КП', ['2', '1']],
  ])
})

it('a stage visited twice stands there twice', () => {
  expect(
    shape([event('1', 1, 'offer'), event('2', 2, 'terms'), event('3', 3, 'offer')]).map(([name]) => name),
  ).toEqual(['КП', 'Условия', 'КП'])
})

it('a line without a stage belongs to where the deal stood', () => {
  expect(shape([event('1', 1, 'offer'), event('2', 2, null), event('3', 3, 'offer')])).toEqual([
    ['КП', ['3', '2', '1']],
  ])
})

it('lines of one moment keep the order in which they were written', () => {
  expect(shape([event('1', 1, 'offer'), event('2', 1, 'offer'), event('3', 1, 'offer')])).toEqual([
    ['КП', ['3', '2', '1']],
  ])
})
