import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'

export const requestStatuses = [
  'new',
  'taken',
  'in_progress',
  'short',
  'done',
  'refused',
  'cancelled',
] as const
export type RequestStatus = (typeof requestStatuses)[number]
/** A line of a request; quantities as decimal strings. */
export interface RequestLineView {
  id: string
  offeringId: string | null
  name: string
  sku: string | null
  unit: string
  quantity: string
  pickedQuantity: string
  shippedQuantity: string
  shortQuantity: string
}

const DepartmentRequestSchema = defineEntity({
  name: 'DepartmentRequest',
  indexes: [{ properties: ['to', 'status', 'promisedAt', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    kind: p.string(),
    /** Department keys. */
    from: p.string().fieldName('from_department'),
    to: p.string().fieldName('to_department'),
    subject: p.string(),
    companyId: () => p.manyToOne(Company).mapToPk().index(),
    companyName: p.string(),
    dealId: p.uuid().nullable().index(),
    invoiceId: p.uuid().nullable(),
    authorId: p.uuid().nullable(),
    status: p.enum([...requestStatuses]).$type<RequestStatus>(),
    seq: p.integer().default(0),
    lines: p.json<RequestLineView[]>(),
    promisedAt: p.datetime().nullable(),
    assigneeId: p.uuid().nullable(),
    /** What is in the way, or why it was refused. */
    remark: p.text().nullable(),
    /** When the missing goods are expected. */
    expectedOn: p.date().nullable(),
    doneAt: p.datetime().nullable(),
    /** The queue of the addressed role. */
    seatId: p.uuid().nullable(),
    /** Where the process begins when it takes over a past. */
    processState: p.json<object>().nullable().lazy(),
  },
})

/** Заявка: one department asks another; kind `warehouse` is the warehouse request. A process `request/<id>`. */
export class DepartmentRequest extends DepartmentRequestSchema.class {}
DepartmentRequestSchema.setClass(DepartmentRequest)
