import { presentHealth } from '../shared/health.routes.ts'
import { operation } from '../shared/operation.ts'
import { HealthPartsAnswer } from './reports.contract.ts'

export const healthPartsOperations = [
  operation({
    name: 'getHealthParts',
    method: 'get',
    path: '/api/health/parts',
    summary: 'Each part in words, and what waits to be told to the engine',
    via: 'read',
    may: ['admin'],
    answer: HealthPartsAnswer,
    handle: ({ world }) => presentHealth(world),
  }),
]
