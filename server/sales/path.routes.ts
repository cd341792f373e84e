import { z } from 'zod'
import { moneySight } from '#domain/access/roles.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { funnelProgress } from '#domain/sales/funnel-progress.ts'
import { layOutFunnel } from '#domain/sales/lay-out-funnel.ts'
import { readRule } from '#domain/sales/read-funnel.ts'
import { ProcessEvent } from '#domain/shared/process-event.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { oneOrMany } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { funnelOf } from './funnels-at-hand.ts'
import { DealPathAnswer, type ProcessEventAnswer, ProcessEventPage } from './sales.contract.ts'

export const presentEvent = (event: ProcessEvent, actor: Pick<Actor, 'roles'>): ProcessEventAnswer => ({
  id: event.id,
  subject: event.subject,
  at: event.at.toISOString(),
  kind: event.kind,
  title: event.title,
  actor: { type: event.actorType, id: event.actorId ?? null, name: event.actorName ?? null },
  data: seenData(event, actor),
  waitedMs: event.waitedMs ?? null,
  stage: event.stage ?? null,
  version: 1,
})

/** What happened is for all who see the client; what it cost only for those whose role sees money. */
function seenData({ data }: ProcessEvent, { roles }: Pick<Actor, 'roles'>): ProcessEvent['data'] {
  const { sums, payments } = moneySight(roles)
  return Object.fromEntries(
    Object.entries(data).filter(
      ([key]) => !key.endsWith('Kopecks') || (key === 'paidKopecks' ? payments : sums),
    ),
  )
}

const events: ListOf<ProcessEvent> = {
  entity: ProcessEvent,
  sort: { at: 'at' },
  defaultOrder: 'desc',
  filter: {
    // A deal's path holds the lines of its approvals, invoices and requests as well.
    subject: given => {
      const subject = z.string().max(200).parse(given)
      const [kind, id] = subject.split('/')
      return (kind === 'deal' ? { $or: [{ subject }, { dealId: z.uuid().parse(id) }] } : { subject }) as never
    },
    kind: oneOrMany('kind'),
  },
}
const mostEvents = 500

export const pathOperations = [
  operation({
    name: 'listProcessEvents',
    method: 'get',
    path: '/api/process-events',
    summary: 'The path: what, when, who or which rule',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ProcessEventPage,
    handle: ({ em, query, actor }) =>
      listPage(em, events, query, rows => rows.map(event => presentEvent(event, actor))),
  }),
  operation({
    name: 'getDealPath',
    method: 'get',
    path: '/api/deals/:id/path',
    summary: "The funnel's picture with the place where the deal stands, its rules in words, and its path",
    via: 'read',
    may: 'signed_in',
    answer: DealPathAnswer,
    async handle({ em, params, locale, now, actor }) {
      const deal = await em.findOneOrFail(Deal, params.id ?? '')
      const { funnel, number } = await funnelOf(em, deal.funnelVersionId)
      const path = await em.find(
        ProcessEvent,
        { dealId: deal.id },
        { orderBy: { at: 'asc', seq: 'asc', id: 'asc' }, limit: mostEvents },
      )
      const picture = layOutFunnel(funnel)
      const places = new Map(picture.nodes.map(node => [node.key, node]))
      const progress = new Map(
        funnelProgress(
          funnel,
          path.map(({ kind, at, stage, data }) => ({ kind, at: at.getTime(), stage: stage ?? null, data })),
          now.getTime(),
        ).map(stage => [stage.stage, stage]),
      )
      return {
        funnelName: funnel.name[locale],
        versionNumber: number,
        picture: {
          width: picture.width,
          height: picture.height,
          nodeWidth: picture.nodeWidth,
          nodeHeight: picture.nodeHeight,
        },
        nodes: funnel.stages.map(stage => {
          const at = progress.get(stage.key)
          const place = places.get(stage.key)
          return {
            stage: stage.key,
            name: stage.name[locale],
            hue: stage.hue,
            kind: stage.kind,
            x: place?.x ?? 0,
            y: place?.y ?? 0,
            state: at?.state ?? 'future',
            enteredAt: at?.enteredAt == null ? null : new Date(at.enteredAt).toISOString(),
            leftAt: at?.leftAt == null ? null : new Date(at.leftAt).toISOString(),
            spentMs: at?.ms ?? null,
            normWorkingMinutes: stage.normWorkingMinutes,
          }
        }),
        edges: picture.edges.map(edge => ({
          ...edge,
          passed: progress.get(edge.from)?.state === 'passed' && progress.get(edge.to)?.state !== 'future',
        })),
        rules: [
          ...funnel.rules.map(rule => ({ stage: null, sentence: readRule(rule, funnel, locale) })),
          ...funnel.stages.flatMap(stage =>
            stage.rules.map(rule => ({ stage: stage.key, sentence: readRule(rule, funnel, locale) })),
          ),
        ],
        events: path.map(event => presentEvent(event, actor)),
      }
    },
  }),
]
