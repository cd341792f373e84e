import { z } from 'zod'
import {
  Can,
  Day,
  Id,
  Line,
  PositiveQuantity,
  pageOf,
  Quantity,
  Time,
  Version,
  Words,
} from '../shared/contract-parts.ts'

export const RequestLineAnswer = z.strictObject({
  id: z.string(),
  offeringId: Id.nullable(),
  name: z.string(),
  sku: z.string().nullable(),
  unit: z.string(),
  quantity: Quantity,
  pickedQuantity: Quantity,
  shippedQuantity: Quantity,
  shortQuantity: Quantity,
})
export const RequestAnswer = z.strictObject({
  id: Id,
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  companyId: Id,
  companyName: z.string(),
  dealId: Id.nullable(),
  status: z.enum(['new', 'taken', 'in_progress', 'short', 'done', 'refused', 'cancelled']),
  lines: z.array(RequestLineAnswer),
  promisedAt: Time.nullable(),
  overdue: z.boolean(),
  assigneeId: Id.nullable(),
  assigneeName: z.string().nullable(),
  remark: z.string().nullable(),
  expectedOn: Day.nullable().describe('When the missing goods are expected'),
  createdAt: Time,
  doneAt: Time.nullable(),
  version: Version,
  can: Can,
})
export type RequestAnswer = z.infer<typeof RequestAnswer>
export const RequestPage = pageOf(RequestAnswer)
const parts = z
  .array(z.strictObject({ lineId: z.string().max(100), quantity: PositiveQuantity }))
  .min(1)
  .max(300)
export const CreateRequest = z.strictObject({
  kind: z.enum(['warehouse']),
  dealId: Id,
  promisedAt: Time.optional(),
})
export const TakeRequest = z.strictObject({ promisedAt: Time.optional() })
export const PickRequest = z.strictObject({ lines: parts })
export const ReportShortage = z.strictObject({ lines: parts, expectedOn: Day.nullable().optional() })
export const ShipRequest = z.strictObject({
  lines: parts.optional().describe('All that is picked unless told'),
})
export const RefuseRequest = z.strictObject({ reason: Words.min(1) })
export const ShipmentAnswer = z.strictObject({
  id: Id,
  requestId: Id,
  companyId: Id,
  dealId: Id.nullable(),
  number: z.string(),
  shippedAt: Time,
  shippedBy: Id.nullable(),
  shippedByName: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      lineId: z.string(),
      offeringId: Id.nullable(),
      name: Line,
      unit: z.string(),
      quantity: Quantity,
    }),
  ),
  confirmedAt: Time.nullable(),
  version: Version,
})
export type ShipmentAnswer = z.infer<typeof ShipmentAnswer>
export const ShipmentPage = pageOf(ShipmentAnswer)
