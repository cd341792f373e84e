import { Funnel } from '#domain/sales/funnel.entity.ts'
import { FunnelVersion } from '#domain/sales/funnel-version.entity.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { sameId } from '../shared/filters.ts'
import { listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { FunnelAnswer, FunnelPage, FunnelVersionAnswer, FunnelVersionPage } from './sales.contract.ts'

const presentFunnel = ({ id, key, name, isDefault, currentVersionId, version }: Funnel) => ({
  id,
  key,
  name,
  isDefault,
  currentVersionId: currentVersionId ?? null,
  version,
})
const presentVersion = (version: FunnelVersion) => ({
  id: version.id,
  funnelId: version.funnelId,
  number: version.number,
  sha256: version.sha256,
  publishedAt: version.publishedAt.toISOString(),
  definition: version.definition,
  version: 1,
})

export const funnelOperations = [
  operation({
    name: 'listFunnels',
    method: 'get',
    path: '/api/funnels',
    summary: 'Funnels',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: FunnelPage,
    handle: ({ em, query }) =>
      listPage(em, { entity: Funnel, sort: { name: 'name' }, filter: {} }, query, rows =>
        rows.map(presentFunnel),
      ),
  }),
  operation({
    name: 'getFunnel',
    method: 'get',
    path: '/api/funnels/:id',
    summary: 'One funnel',
    via: 'read',
    may: 'signed_in',
    answer: FunnelAnswer,
    handle: async ({ em, params }) => presentFunnel(await em.findOneOrFail(Funnel, params.id ?? '')),
  }),
  operation({
    name: 'listFunnelVersions',
    method: 'get',
    path: '/api/funnel-versions',
    summary: 'Published versions, immutable',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: FunnelVersionPage,
    handle: ({ em, query }) =>
      listPage(
        em,
        {
          entity: FunnelVersion,
          sort: { publishedAt: 'publishedAt', number: 'number' },
          defaultOrder: 'desc',
          filter: { funnelId: sameId('funnelId') },
        },
        query,
        rows => rows.map(presentVersion),
      ),
  }),
  operation({
    name: 'getFunnelVersion',
    method: 'get',
    path: '/api/funnel-versions/:id',
    summary: 'One published version with its definition',
    via: 'read',
    may: 'signed_in',
    answer: FunnelVersionAnswer,
    handle: async ({ em, params }) => presentVersion(await em.findOneOrFail(FunnelVersion, params.id ?? '')),
  }),
]
