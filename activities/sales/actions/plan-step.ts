import { addWorkingMinutes } from '#domain/shared/working-time.ts'
import { companyCalendar } from '../../shared/company-calendar.ts'
import type { DealAction } from './deal-action.ts'

/** Plans the next step where the manager has planned none: a person's own plan is never overwritten. */
export const planStep: DealAction<'plan_step'> = async ({ em, deal }, { args, at }) => {
  if (deal.nextStepText) return undefined
  deal.nextStepText = args.text
  deal.nextStepDueAt = new Date(
    addWorkingMinutes(await companyCalendar(em, new Date(at)), at, args.inWorkingMinutes),
  )
  return { facts: { nextStepPlanned: true } }
}
