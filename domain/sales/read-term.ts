import type { Locale } from './words.ts'

/** Minutes in a working day of eight hours: how a long term is said, not how it is counted. */
const DAY = 480

/** «45 рабочих минут», «2 рабочих часа», «3 рабочих дня»: the largest unit that fits exactly. */
export function readWorkingMinutes(minutes: number, locale: Locale): string {
  const [count, unit] =
    minutes % DAY === 0 ? [minutes / DAY, 2] : minutes % 60 === 0 ? [minutes / 60, 1] : [minutes, 0]
  if (locale === 'en') return `${count} working ${english[unit]}${count === 1 ? '' : 's'}`
  const form = russianForm(count)
  const adjective =
    form === 0 ? (unit === 0 ? 'рабочая' : 'рабочий') : form === 1 && unit === 0 ? 'рабочие' : 'рабочих'
  return `${count} ${adjective} ${russian[unit]?.[form]}`
}

const english = ['minute', 'hour', 'day']
const russian = [
  ['минута', 'минуты', 'минут'],
  ['час', 'часа', 'часов'],
  ['день', 'дня', 'дней'],
]

/** 0 for 1, 21…; 1 for 2–4, 22…; 2 for the rest. */
function russianForm(count: number): number {
  const tail = count % 100
  if (tail > 10 && tail < 20) return 2
  const last = count % 10
  return last === 1 ? 0 : last >= 2 && last <= 4 ? 1 : 2
}
