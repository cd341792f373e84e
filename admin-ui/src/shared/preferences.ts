import { useSyncExternalStore } from 'react'

/** What this browser remembers of a person: how the screen looks, nothing about clients. */
export interface Preferences {
  mode: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'dense'
  locale: 'ru' | 'en'
  railFolded: boolean
}

const usual: Preferences = { mode: 'system', density: 'comfortable', locale: 'ru', railFolded: false }
const place = 'voronka.look'

function remembered(): Preferences {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) }
  } catch {
    return usual
  }
}

let current = remembered()
const listeners = new Set<() => void>()

export const preferences = (): Preferences => current

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(place, JSON.stringify(current))
  } catch {
    // A browser that forbids storage still shows the choice until the page is closed.
  }
  for (const tell of listeners) tell()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)
