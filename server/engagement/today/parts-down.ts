import { presentHealth } from '../../shared/health.routes.ts'
import { ownCompany } from '../../shared/own-company.ts'
import type { ServerWorld } from '../../shared/world.ts'
import type { Day, Item, Section } from './section.ts'

const waitsTooLongMs = 60_000

/** For the administrator: parts that do not answer, and what waits to be told to the engine for over a minute. */
export async function partsDown(day: Day, world: ServerWorld): Promise<Section> {
  const { parts, outbox } = await presentHealth(world)
  const { id } = await ownCompany(day.em)
  const said = (key: string, what: string, why: string | null, since: string | null): Item => ({
    id: `part/${key}`,
    what,
    who: null,
    why,
    since,
    dueAt: null,
    overdue: true,
    amountKopecks: null,
    resource: 'health',
    recordId: id,
    dealId: null,
    action: null,
  })
  const down = parts.filter(({ ok }) => !ok).map(({ key, title, words }) => said(key, title, words, null))
  const late =
    outbox.oldestAt !== null && day.now.getTime() - new Date(outbox.oldestAt).getTime() > waitsTooLongMs
  const title = day.locale === 'ru' ? 'Ждут отправки процессам' : 'Waiting to be told to the engine'
  const items = late
    ? [...down, said('outbox', `${title}: ${outbox.waiting}`, outbox.lastProblem, outbox.oldestAt)]
    : down
  return {
    key: 'parts',
    title: day.locale === 'ru' ? 'Части системы, которые не отвечают' : 'Parts that do not answer',
    total: items.length,
    items,
  }
}
