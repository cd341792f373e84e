import type { DealInput, DealState } from '#domain/sales/deal-state.ts'
import type { Change } from '../shared/run-process.ts'
import { startedStep } from './deal.messages.ts'

/**
 * Names a move by what was said to the deal, never by its place in the order: when a worker or the engine dies before
 * a move is in the history, the next attempt may hear the same messages in another order.
 */
export function dealStepKey({
  event,
  state,
  path,
}: Pick<Change<DealState, DealInput, never>, 'event' | 'state' | 'path'>): string {
  switch (event.is) {
    case 'started':
      return startedStep
    case 'moved':
    case 'closed':
    case 'deed_repeated':
      return `command/${event.requestId}`
    case 'happened':
      return `heard/${event.messageId}`
    case 'facts_changed':
      return `learnt/${event.deed ?? state.seq}`
    case 'deed_failed':
      return `failed/${event.effect.key}/${state.seq}`
    case 'clock': {
      // A term that led to nothing has no line, and needs no name of its own.
      const { kind = 'nothing', data } = path[0] ?? {}
      return `clock/${[kind, data?.rule ?? data?.stage ?? '', data?.times ?? state.stays].join('/')}`
    }
  }
}
