const two = (n: number): string => String(n).padStart(2, '0')

/** A moment in UTC → the day it is where the person sits, 'YYYY-MM-DD'. */
export function localDay(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** First moment of the person's day in UTC; '' for a day that is not complete yet. */
export const dayStart = (day: string): string => moment(`${day}T00:00:00.000`)

/** Last moment of the person's day in UTC; '' for a day that is not complete yet. */
export const dayEnd = (day: string): string => moment(`${day}T23:59:59.999`)

function moment(local: string): string {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
