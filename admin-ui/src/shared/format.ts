import { formatRoubles } from '#domain/shared/kopecks.ts'
import { formatQuantity } from '#domain/shared/quantity.ts'

type Locale = 'ru' | 'en'
const months = {
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const short = {
  ru: {
    million: 'млн',
    thousand: 'тыс',
    minute: 'мин',
    hour: 'ч',
    day: 'дн',
    workingDay: 'раб. дн',
    now: 'сейчас',
    ago: 'назад',
    in: 'через',
  },
  en: {
    million: 'm',
    thousand: 'k',
    minute: 'min',
    hour: 'h',
    day: 'd',
    workingDay: 'working d',
    now: 'now',
    ago: 'ago',
    in: 'in',
  },
}
const space = '\u00a0'
const two = (n: number): string => String(n).padStart(2, '0')

/** Kopecks of the API → «1 234 567,89 ₽». */
export const money = (kopecks: number): string => formatRoubles(BigInt(kopecks))

/** Where a column's head has no room: «1,2 млн ₽». */
export function moneyInShort(kopecks: number, locale: Locale): string {
  const roubles = Math.round(kopecks / 100)
  const scaled = (n: number, unit: string) =>
    `${(Math.round(n * 10) / 10).toLocaleString(locale)}${space}${unit}${space}₽`
  if (Math.abs(roubles) >= 1_000_000) return scaled(roubles / 1_000_000, short[locale].million)
  if (Math.abs(roubles) >= 10_000) return scaled(Math.round(roubles / 1000), short[locale].thousand)
  return `${roubles.toLocaleString('ru')}${space}₽`
}

/** '20.000000' → «20», '2.500000' → «2,5». */
export const quantity = (decimal: string): string => formatQuantity(decimal)

/** '12.50' → «12,5 %». */
export const percent = (decimal: string): string => `${String(Number(decimal)).replace('.', ',')}${space}%`

/** «22 ноя», with the year when it is another one. */
export function day(at: string | number | Date, locale: Locale, now = new Date()): string {
  const date = asDate(at)
  const year = date.getFullYear() === now.getFullYear() ? '' : `${space}${date.getFullYear()}`
  return `${date.getDate()}${space}${months[locale][date.getMonth()]}${year}`
}

/** «22 ноя, 10:42». */
export const dayAndTime = (at: string | number | Date, locale: Locale): string =>
  `${day(at, locale)}, ${time(at)}`

export const time = (at: string | number | Date): string =>
  `${two(asDate(at).getHours())}:${two(asDate(at).getMinutes())}`

/** How long something took or waits: «3 дн 4 ч», «25 мин». */
export function span(ms: number, locale: Locale): string {
  const words = short[locale]
  const minutes = Math.max(0, Math.round(ms / 60_000))
  if (minutes < 60) return `${minutes}${space}${words.minute}`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return joined(hours, words.hour, minutes % 60, words.minute)
  return joined(Math.floor(hours / 24), words.day, hours % 24, words.hour)
}

const joined = (a: number, unitA: string, b: number, unitB: string): string =>
  `${a}${space}${unitA}${b > 0 && a < 10 ? ` ${b}${space}${unitB}` : ''}`

/** Relative within a day («через 2 ч», «5 мин назад»), then the date and time. */
export function when(at: string | number | Date, locale: Locale, now = Date.now()): string {
  const away = asDate(at).getTime() - now
  const words = short[locale]
  if (Math.abs(away) < 60_000) return words.now
  if (Math.abs(away) >= 24 * 3_600_000) return dayAndTime(at, locale)
  const length = span(Math.abs(away), locale)
  return away > 0 ? `${words.in} ${length}` : `${length} ${words.ago}`
}

/** '2026-03-02' is a day in the person's zone, not a moment in UTC. */
function asDate(at: string | number | Date): Date {
  if (typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)) return new Date(`${at}T00:00:00`)
  return new Date(at)
}

export const today = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The day so many days from today, YYYY-MM-DD. */
export function inDays(days: number): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** «+7 912 345-67-89»: a phone as people read it; what is not a Russian number stays as it is. */
export function phone(raw: string): string {
  const match = /^(?:\+7|[78])(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(raw.replace(/[\s()-]/g, ''))
  return match ? `+7${space}${match[1]}${space}${match[2]}-${match[3]}-${match[4]}` : raw
}

/** «понедельник, 23 ноября». */
export const longDay = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)

/** A norm in working time: «1 ч», «2,5 раб. дн» (a working day is 480 minutes). */
export function workingTime(minutes: number, locale: Locale): string {
  const words = short[locale]
  const long = Math.abs(minutes)
  const number = (n: number) => (Math.round(n * 10) / 10).toLocaleString(locale)
  if (long < 60) return `${minutes}${space}${words.minute}`
  if (long < 480) return `${number(minutes / 60)}${space}${words.hour}`
  return `${number(minutes / 480)}${space}${words.workingDay}`
}
