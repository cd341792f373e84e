import type { EntityManager } from '@mikro-orm/postgresql'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { russianCalendar } from '#domain/shared/russian-calendar.ts'
import { type CalendarData, calendarForYears } from '#domain/shared/working-calendar.ts'

/** The company's working calendar from the year of `from` to the next after now: small enough for a payload. */
export async function companyCalendar(em: EntityManager, from: Date): Promise<CalendarData> {
  const year = from.getUTCFullYear()
  return calendarForYears(russianCalendar((await ownCompany(em)).data.workingHours), year, year + 2)
}

/** The company that runs this server. */
export async function ownCompany(em: EntityManager): Promise<OwnCompany> {
  const [company] = await em.find(OwnCompany, {}, { limit: 1 })
  if (!company) throw new Error('The own company is not set up')
  return company
}
