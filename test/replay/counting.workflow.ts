import '#workflows/shared/drop-temporal-global.ts'
import {
  continueAsNew,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow'
import { type CommandAnswer, remember } from '#workflows/shared/command.ts'
import { pathEvent } from '#workflows/shared/path-event.ts'
import { prepareProcess } from '#workflows/shared/run-process.ts'

/** The smallest process there is: it counts. It shows what the common loop promises to all of them. */
export interface Counting {
  seq: number
  total: number
  runs: number
  open: boolean
  requests: string[]
}
type CountingEvent = { add: number; requestId: string } | { end: true } | { follow: number }
interface Add {
  add: number
  requestId: string
}

export interface CountingDeeds {
  record(deed: { seq: number; total: number }): Promise<void>
  effect(deed: { seq: number; slow: boolean }): Promise<void>
}

export const addUpdate = defineUpdate<CommandAnswer & { total: number; runs: number }, [Add]>('add')
export const addSignal = defineSignal<[Add]>('addQuietly')
export const endSignal = defineSignal<[object]>('end')

/** Continues as new after 40 events. An addition of 100 is followed up by one of its own. */
export async function counting({ carried }: { carried?: Counting }): Promise<Counting> {
  const soon = proxyLocalActivities<CountingDeeds>({ startToCloseTimeout: '10 s' })
  const ordinary = proxyActivities<CountingDeeds>({ startToCloseTimeout: '10 s' })
  const running = prepareProcess<Counting, CountingEvent, { seq: number; add: number }>({
    step(state, event) {
      if ('end' in event) return { state: { ...state, open: false }, effects: [], path: [] }
      if ('requestId' in event && state.requests.includes(event.requestId))
        return { state, effects: [], path: [] }
      const add = 'follow' in event ? event.follow : event.add
      const seq = state.seq + 1
      const requests = 'requestId' in event ? remember(state.requests, event.requestId) : state.requests
      return {
        state: { ...state, seq, total: state.total + add, requests },
        effects: [{ seq, add }],
        path: [pathEvent({ kind: 'added', title: 'Прибавлено', at: 0 })],
      }
    },
    isOpen: state => state.open,
    nextTimer: () => null,
    clock: () => ({ end: true }),
    record: ({ state }) => soon.record({ seq: state.seq, total: state.total }),
    async perform({ seq, add }) {
      await ordinary.effect({ seq, slow: add === 7 })
      return add === 100 ? { follow: 1 } : undefined
    },
    isAside: ({ add }) => add === 7,
    continueAs: state => continueAsNew<typeof counting>({ carried: { ...state, runs: state.runs + 1 } }),
    continueAfterEvents: 40,
  })
  running.onUpdate(addUpdate, {
    event: input => input,
    refuse: (_, { add }) => (add < 0 ? { code: 'BadAmount', params: { value: add } } : null),
    answer: ({ seq, total, runs }) => ({ status: 'open', seq, total, runs }),
  })
  running.onSignal(addSignal, input => input)
  running.onSignal(endSignal, () => ({ end: true }))
  return running.run(carried ?? { seq: 0, total: 0, runs: 1, open: true, requests: [] })
}
