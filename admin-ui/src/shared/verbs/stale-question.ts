import { useSyncExternalStore } from 'react'
import type { StaleRecord } from '../data/problem.ts'

/** Fields to save over the other person's version; null when nothing shall be saved. */
export type Kept = Record<string, unknown> | null

export interface StaleQuestion {
  stale: StaleRecord
  theirs: Record<string, unknown>
  answer: (kept: Kept) => void
}

let asked: StaleQuestion | null = null
const listeners = new Set<() => void>()
const say = (question: StaleQuestion | null): void => {
  asked = question
  for (const tell of listeners) tell()
}

/** Shows both versions field by field and waits for the choice. */
export const askWhichToKeep = (stale: StaleRecord, theirs: Record<string, unknown>): Promise<Kept> =>
  new Promise(resolve => {
    const answer = (kept: Kept) => {
      say(null)
      resolve(kept)
    }
    say({ stale, theirs, answer })
  })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The question that is open now, for the dialog in the frame. */
export const useStaleQuestion = (): StaleQuestion | null => useSyncExternalStore(subscribe, () => asked)
