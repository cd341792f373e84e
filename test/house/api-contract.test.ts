import { describe, expect, it } from 'vitest'
import { openApiDocument } from '#server/shared/open-api.ts'

/**
 * The outer contract: what the world outside relies on, by resource. Fields are those of the answers; commands are
 * POST /api/<resource>/<id>/<verb>. What belongs to later work stands in `later`, and moves up when it is built.
 */
const promised: Record<string, { fields: string; commands?: string }> = {
  companies: {
    fields:
      'name fullName inn kpp ogrn status ownerId class contacts addresses phones emails needs lastContactAt lastPurchaseAt version',
    commands: 'reassign',
  },
  inquiries: {
    fields: 'channel source campaign text receivedAt companyId contactId dealId status assignedRule',
    commands: 'take assign',
  },
  deals: {
    fields:
      'title companyId contactId ownerId funnelVersionId stage stageSince status amountKopecks nextStep missing waitsFor lines version',
    commands: 'move set-lines plan-step win lose reopen',
  },
  products: { fields: 'externalId sku name unit groupIds properties vatRate deleted' },
  offerings: { fields: 'externalId sku name unit properties prices stock supplies vatRate deleted' },
  offers: {
    fields: 'dealId number revision status validUntil lines totals fileId',
    commands: 'submit send accept decline render',
  },
  invoices: {
    fields: 'dealId number issuedAt status dueDate totals paidKopecks fileId',
    commands: 'submit issue send void',
  },
  contracts: {
    fields: 'companyId dealId number status validFrom validUntil fileId',
    commands: 'submit sign terminate',
  },
  approvals: {
    fields: 'subject routeId status steps currentSteps',
    commands: 'approve reject delegate withdraw',
  },
  'department-requests': {
    fields: 'kind from to subject dealId status lines promisedAt assigneeId',
    commands: 'take pick report-shortage ship done refuse cancel',
  },
  payments: {
    fields: 'paidOn amountKopecks payerInn payerName purpose source matched status',
    commands: 'match unmatch',
  },
  'process-events': { fields: 'subject at kind title actor data waitedMs stage version' },
  users: { fields: 'login name roles departmentId version' },
  roles: { fields: 'key name' },
  departments: { fields: 'key name' },
  contacts: { fields: 'companyId name phones emails version' },
  tasks: { fields: 'title dueAt assigneeId status version' },
  interactions: { fields: 'companyId kind direction at text result' },
  notifications: { fields: 'title readAt' },
  funnels: { fields: 'key name' },
  'funnel-versions': { fields: 'funnelId number sha256' },
  prices: { fields: 'offeringId valueKopecks currency' },
  stocks: { fields: 'offeringId warehouseId quantity' },
  supplies: { fields: 'offeringId quantity' },
  reservations: { fields: 'dealId offeringId quantity status' },
  'unmet-demand': { fields: 'quantity' },
  'approval-routes': { fields: 'name steps' },
  shipments: { fields: 'requestId number shippedAt lines' },
  debts: { fields: 'companyId restKopecks dueDate' },
  audit: { fields: 'resource recordId verb changes' },
}
const later =
  'companies.merge templates closing-documents calendars bank-statements exchanges exchange-files exchange-receipts exchange-mappings segments campaigns surveys consents reports'

interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  $ref?: string
}
const document = openApiDocument()
const paths = (document.paths ?? {}) as Record<string, Record<string, { responses: Record<string, unknown> }>>

/** Fields of one row of the list at this address. */
function fieldsOfRow(resource: string): string[] {
  const answer = paths[`/api/${resource}`]?.get?.responses['200'] as
    | { content: { 'application/json': { schema: Schema } } }
    | undefined
  return Object.keys(
    resolve(resolve(answer?.content['application/json'].schema)?.properties?.data)?.items?.properties ?? {},
  )
}
function resolve(schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1)
  return name ? (document.components?.schemas?.[name] as Schema) : schema
}

describe('the outer contract', () => {
  it.each(Object.entries(promised))('%s is listed with the fields others rely on', (resource, { fields }) => {
    expect(fieldsOfRow(resource)).toEqual(expect.arrayContaining(fields.split(' ')))
  })

  it.each(Object.entries(promised).filter(([, { commands }]) => commands))(
    '%s takes its commands',
    (resource, { commands }) => {
      for (const verb of (commands ?? '').split(' '))
        expect(Object.keys(paths)).toContain(`/api/${resource}/{id}/${verb}`)
    },
  )

  it('what belongs to later work is not half there', () => {
    for (const resource of later.split(' ')) expect(paths[`/api/${resource}`]).toBeUndefined()
  })

  it('every address tells a summary, an answer and how it refuses', () => {
    for (const methods of Object.values(paths))
      for (const [, operation] of Object.entries(methods))
        expect(operation).toMatchObject({
          summary: expect.any(String),
          responses: { default: expect.anything() },
        })
  })
})
