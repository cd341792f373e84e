import type { RoleKey } from '#domain/access/seats.ts'
import { russianCalendar } from '#domain/shared/russian-calendar.ts'
import { companyDate } from '#domain/shared/working-time.ts'
import { hasRole } from '../shared/actor.ts'
import { type Context, operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { TodayAnswer } from './engagement.contract.ts'
import { breaches, stuck, teamOverdue, unassigned } from './today/department-day.ts'
import { approvals, overdueInvoices, unmatchedPayments, warehouseQueue } from './today/desks.ts'
import { dueToday, newInquiries, news, overdue, tomorrowCount, withoutStep } from './today/own-day.ts'
import { partsDown } from './today/parts-down.ts'
import type { Day, Section } from './today/section.ts'

interface Wanted {
  /** Whose section it is; everybody's when empty. */
  roles: readonly RoleKey[]
  ask(day: Day, ctx: Context): Promise<Section>
}

/** All sections, the most urgent first: a person of several roles gets those of all, in this order. */
const sections: readonly Wanted[] = [
  { roles: ['admin'], ask: (day, ctx) => partsDown(day, ctx.world) },
  { roles: ['manager', 'head', 'director'], ask: newInquiries },
  { roles: ['head', 'director'], ask: breaches },
  { roles: ['head', 'director'], ask: unassigned },
  { roles: [], ask: overdue },
  { roles: ['lawyer', 'accountant', 'head', 'director'], ask: approvals },
  { roles: ['warehouse'], ask: warehouseQueue },
  { roles: ['accountant'], ask: unmatchedPayments },
  { roles: ['accountant', 'director'], ask: overdueInvoices },
  { roles: [], ask: dueToday },
  { roles: ['manager', 'head'], ask: withoutStep },
  { roles: ['head', 'director'], ask: stuck },
  { roles: [], ask: news },
  { roles: ['head', 'director'], ask: teamOverdue },
]

const aDay = 86_400_000

/** The caller's day by the company's clock. */
async function dayOf({ em, actor, locale, now }: Context): Promise<Day> {
  const { workingHours } = (await ownCompany(em)).data
  const today = companyDate(russianCalendar(workingHours), now.getTime())
  const begins = Date.parse(`${today}T00:00:00Z`) - workingHours.zoneOffsetMinutes * 60_000
  return {
    ...{ em, actor, locale, now, today },
    endOfToday: new Date(begins + aDay),
    endOfTomorrow: new Date(begins + 2 * aDay),
  }
}

export const todayOperations = [
  operation({
    name: 'getToday',
    method: 'get',
    path: '/api/today',
    summary: 'What to do now, in order, for every role of the caller',
    via: 'read',
    may: 'signed_in',
    answer: TodayAnswer,
    async handle(ctx) {
      const day = await dayOf(ctx)
      const answer: TodayAnswer = { sections: [], tomorrow: await tomorrowCount(day) }
      for (const { roles, ask } of sections)
        if (roles.length === 0 || hasRole(ctx.actor, ...roles)) answer.sections.push(await ask(day, ctx))
      return answer
    },
  }),
]
