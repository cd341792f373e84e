import { type CivilDate, isCivilDate } from '../shared/civil-date.ts'
import { fact } from '../shared/fact.ts'

const months = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
  ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
]

/** '2026-03-02' → '02.03.2026'. @throws Fact BadDate, as all of these. */
export function shortDate(date: CivilDate): string {
  const { year, month, day } = parts(date)
  return `${day}.${month}.${year}`
}

/** '2026-03-02' → '2 марта 2026 г.', with no-break spaces where a line must not end. */
export function longDate(date: CivilDate): string {
  const { year, month, day } = parts(date)
  return `${Number(day)}\u00a0${months[Number(month) - 1]} ${year}\u00a0г.`
}

/** '2026-03-02' → '«02» марта 2026 г.', as in contracts. */
export function contractDate(date: CivilDate): string {
  const { year, month, day } = parts(date)
  return `«${day}»\u00a0${months[Number(month) - 1]} ${year}\u00a0г.`
}

function parts(date: CivilDate) {
  if (!isCivilDate(date)) throw fact('BadDate', { value: date })
  return { year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8, 10) }
}
