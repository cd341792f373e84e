export interface Later {
  key: 'hour' | 'tomorrow' | 'monday'
  at: Date
}

const morning = (from: Date, days: number): Date => {
  const at = new Date(from)
  at.setDate(at.getDate() + days)
  at.setHours(10, 0, 0, 0)
  return at
}

/** Where a task may be put off to: an hour on, tomorrow at ten, next Monday at ten (the viewer's clock). */
export function laterTimes(now: Date): Later[] {
  const toMonday = (8 - now.getDay()) % 7 || 7
  return [
    { key: 'hour', at: new Date(now.getTime() + 3_600_000) },
    { key: 'tomorrow', at: morning(now, 1) },
    { key: 'monday', at: morning(now, toMonday) },
  ]
}
