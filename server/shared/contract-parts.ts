import { z } from 'zod'

export const Id = z.uuid().describe('UUIDv7')
export const Kopecks = z.int().describe('Integer kopecks')
export const Quantity = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/)
  .describe('Decimal string, up to 6 decimals')
export const PositiveQuantity = z
  .string()
  .regex(/^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,6})?$/)
  .describe('Decimal string above zero, up to 6 decimals')
export const Percent = z
  .string()
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/)
  .describe('Decimal string from 0 to 100, up to 2 decimals')
export const Time = z.iso.datetime().describe('ISO 8601, UTC')
export const Day = z.iso.date().describe('YYYY-MM-DD')
export const Version = z.int()
export const Can = z.record(z.string(), z.boolean()).describe('What the caller may do now')
export const Name = z.string().trim().min(1).max(200)
export const Line = z.string().trim().max(255)
export const Words = z.string().trim().max(10_000)

/** A page of a list, as every list answers. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({
    data: z.array(row),
    total: z.int(),
    totalIsEstimate: z.boolean(),
    next: z.string().nullable().describe('Cursor for ?after='),
  })

/** The query every list takes; `filter` is JSON and checked by the list itself. */
export const ListQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  perPage: z.coerce.number().int().min(1).max(100).optional(),
  sort: z.string().max(60).optional(),
  order: z.enum(['asc', 'desc', 'ASC', 'DESC']).optional(),
  q: z.string().max(200).optional(),
  filter: z.string().max(20_000).optional(),
  after: z.string().max(2_000).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

export const Nothing = z.strictObject({})
export const Totals = z.strictObject({ netKopecks: Kopecks, vatKopecks: Kopecks, grossKopecks: Kopecks })
/** A line of a paper as it was when the paper was made. */
export const PaperLineAnswer = z.strictObject({
  offeringId: Id.nullable(),
  name: z.string(),
  sku: z.string().nullable(),
  unit: z.string(),
  quantity: Quantity,
  priceKopecks: Kopecks.nullable(),
  discountPercent: Percent.nullable(),
  vatRate: z.string().nullable(),
  netKopecks: Kopecks.nullable(),
  vatKopecks: Kopecks.nullable(),
  grossKopecks: Kopecks.nullable(),
  deliveryOn: Day.nullable(),
})
export const BuyerAnswer = z.strictObject({
  companyId: Id,
  name: z.string(),
  fullName: z.string().nullable(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  address: z.string().nullable(),
  contactName: z.string().nullable(),
})
