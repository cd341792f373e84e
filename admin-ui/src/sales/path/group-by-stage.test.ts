import { expect, it } from 'vitest'
import type { DealPathAnswer, ProcessEventAnswer } from '#server/sales/sales.contract.ts'
import { groupByStage } from './group-by-stage.ts'

const nodes = [
  { stage: 'offer', name: 'КП', hue: 2 },
  { stage: 'terms', name: 'Условия', hue: 3 },
] as DealPathAnswer['nodes']
const event = (id: string, minute: number, stage: string | null, kind = 'said') =>
  ({ id, at: `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`, stage, kind }) as ProcessEventAnswer
const entered = (id: string, minute: number, stage: string) => event(id, minute, stage, 'stage_entered')
const shape = (events: ProcessEventAnswer[]) =>
  groupByStage({ nodes, events }).map(({ name, events: lines }) => [name, lines.map(({ id }) => id)])

it('the path is read newest first, cut where the deal entered a stage', () => {
  expect(shape([entered('1', 1, 'offer'), event('2', 2, 'offer'), entered('3', 3, 'terms')])).toEqual([
    ['Условия', ['3']],
    ['КП', ['2', '1']],
  ])
})

it('the same is read of a path that came newest first', () => {
  expect(shape([entered('3', 3, 'terms'), event('2', 2, 'offer'), entered('1', 1, 'offer')])).toEqual([
    ['Условия', ['3']],
    ['КП', ['2', '1']],
  ])
})

it('a stage visited twice stands there twice', () => {
  const path = [entered('1', 1, 'offer'), entered('2', 2, 'terms'), entered('3', 3, 'offer')]
  expect(shape(path).map(([name]) => name)).toEqual(['КП', 'Условия', 'КП'])
})

it('what another process wrote a moment late belongs to where the deal stood', () => {
  expect(
    shape([entered('1', 1, 'offer'), entered('2', 2, 'terms'), event('3', 3, 'offer'), event('4', 4, null)]),
  ).toEqual([
    ['Условия', ['4', '3', '2']],
    ['КП', ['1']],
  ])
})

it('what came before the first stage stands with it', () => {
  expect(shape([event('1', 1, 'offer'), entered('2', 1, 'offer'), event('3', 1, 'offer')])).toEqual([
    ['КП', ['3', '2', '1']],
  ])
})
