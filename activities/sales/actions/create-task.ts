import { User } from '#domain/access/user.entity.ts'
import { Task } from '#domain/engagement/task.entity.ts'
import { ruleOf } from '#domain/sales/find-in-funnel.ts'
import type { CompiledFunnel } from '#domain/sales/funnel-definition.ts'
import { FunnelVersion } from '#domain/sales/funnel-version.entity.ts'
import { addWorkingMinutes } from '#domain/shared/working-time.ts'
import { companyCalendar } from '../../shared/company-calendar.ts'
import { notify } from '../../shared/notify.ts'
import type { ActionContext, DealAction } from './deal-action.ts'

/** A task for the owner, the head or somebody of a role, due in working minutes from the rule's moment. */
export const createTask: DealAction<'create_task'> = async ({ em, world, deal }, { args, rule, at }) => {
  const assigneeId = await personFor({ em, deal }, args.for)
  const calendar = await companyCalendar(em, new Date(at))
  const { definition } = await em.findOneOrFail(FunnelVersion, deal.funnelVersionId)
  const title = ruleOf(definition as CompiledFunnel, rule)?.title?.ru ?? rule
  em.create(Task, {
    id: world.ids(),
    createdAt: new Date(at),
    title: args.title,
    reason: `По правилу «${title}»`,
    kind: args.kind,
    companyId: deal.companyId,
    dealId: deal.id,
    assigneeId,
    dueAt: new Date(addWorkingMinutes(calendar, at, args.inWorkingMinutes)),
    status: 'open',
  })
  await em.flush()
  await notify(em, world, {
    to: [assigneeId],
    title: args.title,
    subjectType: 'deal',
    subjectId: deal.id,
    companyId: deal.companyId,
  })
  return undefined
}

/** The owner; the owner's head; else somebody active of the role, and the owner when there is nobody. */
export async function personFor(
  { em, deal }: Pick<ActionContext, 'em' | 'deal'>,
  role: string,
): Promise<string> {
  if (role === 'owner') return deal.ownerId
  const owner = await em.findOneOrFail(User, deal.ownerId)
  if (role === 'head' && owner.headId) return owner.headId
  const [someone] = await em.find(
    User,
    { active: true, roles: { $contains: [role] } },
    { orderBy: { id: 'asc' }, limit: 1 },
  )
  return someone?.id ?? deal.ownerId
}
