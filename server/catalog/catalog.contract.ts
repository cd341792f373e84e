import { z } from 'zod'
import {
  Can,
  Day,
  Id,
  Kopecks,
  PositiveQuantity,
  pageOf,
  Quantity,
  Time,
  Version,
  Words,
} from '../shared/contract-parts.ts'

export const PriceView = z.strictObject({
  typeId: Id,
  typeName: z.string(),
  valueKopecks: Kopecks.describe('Of one `unit`'),
  currency: z.string(),
  minQuantity: Quantity.describe('From this quantity on'),
  unit: z.string().nullable().describe("Null: the product's own unit"),
  unitFactor: Quantity.describe('How many of the own units one `unit` holds'),
})
export type PriceView = z.infer<typeof PriceView>
export const StockView = z.strictObject({
  warehouseId: Id.nullable().describe('Null: 1C did not say where'),
  warehouseName: z.string().nullable(),
  quantity: Quantity.describe('As 1C says; may be negative'),
  reserved: Quantity,
  issued: Quantity.describe('Shipped by us, not yet confirmed by 1C'),
})
export const SupplyView = z.strictObject({ id: Id, date: Day, quantity: Quantity, reserved: Quantity })
export const PictureView = z.strictObject({ path: z.string(), caption: z.string().nullable() })

/** What products and offerings share. */
const sold = {
  id: Id,
  externalId: z.string(),
  sku: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  groupIds: z.array(Id),
  properties: z.record(z.string(), z.string()).describe('Name of the property → its value in words'),
  prices: z.array(PriceView).describe('Empty for those who may not see prices'),
  stock: z.array(StockView),
  supplies: z.array(SupplyView).describe('Only those still to come, soonest first'),
  free: Quantity.describe(
    'Can be promised now: stock − reservations − own unconfirmed shipments, never below 0',
  ),
  vatRate: z.string().nullable().describe("'22', '10', '0', 'none' …; null where 1C did not say"),
  deleted: z.boolean(),
  stub: z.boolean().describe('Only mentioned by 1C so far'),
  version: Version,
  can: Can,
}

export const ProductAnswer = z.strictObject({
  ...sold,
  fullName: z.string().nullable(),
  description: z.string().nullable().describe('May hold HTML: clean it before showing. Null in lists'),
  pictures: z.array(PictureView),
  offeringIds: z.array(Id),
})
export type ProductAnswer = z.infer<typeof ProductAnswer>
export const ProductPage = pageOf(ProductAnswer)

export const OfferingAnswer = z.strictObject({ ...sold, productId: Id, productName: z.string() })
export type OfferingAnswer = z.infer<typeof OfferingAnswer>
export const OfferingPage = pageOf(OfferingAnswer)

/** When a quantity can be had, and what could be had instead. */
export const AvailabilityQuery = z.strictObject({
  quantity: PositiveQuantity.optional().describe('1 unless told'),
})
export const AvailabilityAnswer = z.strictObject({
  offeringId: Id,
  quantity: Quantity,
  free: Quantity,
  inStock: z.boolean(),
  possibleOn: Day.nullable().describe('Today, the date of a supply, or null where nobody knows'),
  parts: z.array(z.strictObject({ on: Day, quantity: Quantity })).describe('What comes when'),
  lacks: Quantity.describe('What no known supply covers'),
})
export type AvailabilityAnswer = z.infer<typeof AvailabilityAnswer>

export const AlternativeAnswer = z.strictObject({
  offering: OfferingAnswer,
  same: z.array(z.string()).describe('Properties that agree'),
  differs: z.array(z.strictObject({ property: z.string(), wanted: z.string(), has: z.string() })),
})
export const AlternativesAnswer = z.strictObject({ data: z.array(AlternativeAnswer) })
export type AlternativesAnswer = z.infer<typeof AlternativesAnswer>

export const PriceTypeAnswer = z.strictObject({
  id: Id,
  name: z.string(),
  currency: z.string().nullable(),
  vatIncluded: z.boolean().nullable(),
  version: Version,
})
export const PriceTypePage = pageOf(PriceTypeAnswer)
export const WarehouseAnswer = z.strictObject({
  id: Id,
  name: z.string(),
  address: z.string().nullable(),
  version: Version,
})
export const WarehousePage = pageOf(WarehouseAnswer)
export const ProductGroupAnswer = z.strictObject({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  version: Version,
})
export const ProductGroupPage = pageOf(ProductGroupAnswer)

export const PriceAnswer = z.strictObject({
  id: Id,
  offeringId: Id,
  typeId: Id,
  valueKopecks: Kopecks,
  currency: z.string(),
  minQuantity: Quantity,
  unit: z.string().nullable(),
  unitFactor: Quantity,
  version: Version,
})
export const PricePage = pageOf(PriceAnswer)
export const StockAnswer = z.strictObject({
  id: Id,
  offeringId: Id,
  warehouseId: Id.nullable(),
  quantity: Quantity,
  updatedAt: Time,
  version: Version,
})
export const StockPage = pageOf(StockAnswer)

export const SupplyAnswer = z.strictObject({
  id: Id,
  offeringId: Id,
  offeringName: z.string(),
  date: Day,
  quantity: Quantity,
  note: z.string().nullable(),
  arrived: z.boolean(),
  version: Version,
  can: Can,
})
export type SupplyAnswer = z.infer<typeof SupplyAnswer>
export const SupplyPage = pageOf(SupplyAnswer)
export const CreateSupply = z.strictObject({
  offeringId: Id,
  date: Day,
  quantity: PositiveQuantity,
  note: Words.nullable().optional(),
})
export const ChangeSupply = z.strictObject({
  date: Day.optional(),
  quantity: PositiveQuantity.optional(),
  note: Words.nullable().optional(),
  arrived: z.boolean().optional(),
})

export const ReservationAnswer = z.strictObject({
  id: Id,
  dealId: Id,
  dealTitle: z.string().nullable(),
  companyId: Id.nullable(),
  offeringId: Id,
  offeringName: z.string(),
  warehouseId: Id.nullable(),
  quantity: Quantity,
  issuedQuantity: Quantity,
  until: Day,
  fromSupplyId: Id.nullable(),
  status: z.enum(['active', 'released', 'fulfilled', 'expired']),
  createdBy: Id.nullable(),
  createdAt: Time,
  version: Version,
  can: Can,
})
export type ReservationAnswer = z.infer<typeof ReservationAnswer>
export const ReservationPage = pageOf(ReservationAnswer)
export const CreateReservation = z.strictObject({
  dealId: Id,
  offeringId: Id,
  warehouseId: Id.nullable().optional(),
  quantity: PositiveQuantity,
  until: Day.describe('To the end of this day'),
  fromSupplyId: Id.nullable().optional().describe('Hold goods that are still to come'),
})
export const ReleaseReservation = z.strictObject({})

export const UnmetDemandAnswer = z.strictObject({
  id: Id,
  companyId: Id.nullable(),
  companyName: z.string().nullable(),
  dealId: Id.nullable(),
  offeringId: Id.nullable(),
  text: z.string(),
  quantity: Quantity.nullable(),
  estimatedKopecks: Kopecks.nullable(),
  createdBy: Id.nullable(),
  createdAt: Time,
  closedAt: Time.nullable(),
  version: Version,
  can: Can,
})
export type UnmetDemandAnswer = z.infer<typeof UnmetDemandAnswer>
export const UnmetDemandPage = pageOf(UnmetDemandAnswer)
export const CreateUnmetDemand = z.strictObject({
  companyId: Id.optional().describe("The deal's company unless told"),
  dealId: Id.optional(),
  offeringId: Id.optional(),
  text: Words.optional().describe('Needed when there is no offering'),
  quantity: PositiveQuantity.optional(),
  estimatedKopecks: Kopecks.min(0).max(1_000_000_000_000).optional(),
})
