import type { CivilDate } from './civil-date.ts'
import { type CalendarData, type DayKind, statutoryHolidays, type WorkingHours } from './working-calendar.ts'

interface CalendarYear {
  year: number
  /** The government's act on the transfer of days off. */
  act: string
  /** Days off beyond weekends and statutory holidays, 'MM-DD'. */
  off: readonly string[]
  /** Weekends that work full hours. */
  work: readonly string[]
  /** Working days (weekends among them) that end an hour earlier. */
  short: readonly string[]
}

/**
 * DR-30: transfers of days off by year. Holidays that fell on a weekend move to the next working day by
 * article 112 of the Labour Code and are listed as `off` too. The days of 2020 and 2021 that presidential
 * decrees made non-working with pay are not here: they moved no terms of the production calendar.
 */
export const russianYears: readonly CalendarYear[] = [
  {
    year: 2019,
    act: '№ 1163 от 01.10.2018',
    off: ['05-02', '05-03', '05-10'],
    work: [],
    short: ['02-22', '03-07', '04-30', '05-08', '06-11', '12-31'],
  },
  {
    year: 2020,
    act: '№ 875 от 10.07.2019',
    off: ['02-24', '03-09', '05-04', '05-05', '05-11'],
    work: [],
    short: ['04-30', '05-08', '06-11', '11-03', '12-31'],
  },
  {
    year: 2021,
    act: '№ 1648 от 10.10.2020',
    off: ['02-22', '05-03', '05-10', '06-14', '11-05', '12-31'],
    work: [],
    short: ['02-20', '04-30', '06-11', '11-03'],
  },
  {
    year: 2022,
    act: '№ 1564 от 16.09.2021',
    off: ['03-07', '05-02', '05-03', '05-10', '06-13'],
    work: [],
    short: ['02-22', '03-05', '11-03'],
  },
  {
    year: 2023,
    act: '№ 1505 от 29.08.2022',
    off: ['02-24', '05-08', '11-06'],
    work: [],
    short: ['02-22', '03-07', '11-03'],
  },
  {
    year: 2024,
    act: '№ 1314 от 10.08.2023',
    off: ['04-29', '04-30', '05-10', '12-30', '12-31'],
    work: ['04-27', '12-28'],
    short: ['02-22', '03-07', '05-08', '06-11', '11-02'],
  },
  {
    year: 2025,
    act: '№ 1335 от 04.10.2024',
    off: ['05-02', '05-08', '06-13', '11-03', '12-31'],
    work: [],
    short: ['03-07', '04-30', '06-11', '11-01'],
  },
  {
    year: 2026,
    act: '№ 1466 от 24.09.2025',
    off: ['01-09', '03-09', '05-11', '12-31'],
    work: [],
    short: ['04-30', '05-08', '06-11', '11-03'],
  },
]

/** Nine to six with an hour of lunch, Moscow time: eight working hours. */
export const usualHours: WorkingHours = {
  start: '09:00',
  end: '18:00',
  lunch: { start: '13:00', end: '14:00' },
  zoneOffsetMinutes: 180,
}

/** The official Russian calendar 2019–2026 with the company's hours, as plain JSON. */
export function russianCalendar(hours: WorkingHours = usualHours): CalendarData {
  const days: Record<CivilDate, DayKind> = {}
  for (const { year, off, work, short } of russianYears) {
    for (const day of [...statutoryHolidays, ...off]) days[`${year}-${day}`] = 'off'
    for (const day of work) days[`${year}-${day}`] = 'work'
    for (const day of short) days[`${year}-${day}`] = 'short'
  }
  return { hours, years: russianYears.map(({ year }) => year), days }
}
