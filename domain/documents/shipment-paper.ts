import type { CivilDate } from '../shared/civil-date.ts'
import type { Buyer } from './document-parts.ts'
import { buyerParty, issuerOf, type OwnFacts } from './paper-facts.ts'

export interface ShipmentFacts {
  own: OwnFacts
  number: string
  on: CivilDate
  buyer: Buyer
  /** «Счёт № 117 от 02.03.2026». */
  basis: string | null
  promisedOn: CivilDate | null
  lines: readonly { name: string; sku: string | null; unit: string; quantity: string }[]
}

/** Расходная накладная as the maker of papers takes it; the warehouse sees no prices, so there are none. */
export const shipmentPaper = (shipment: ShipmentFacts) => ({
  number: shipment.number,
  date: shipment.on,
  draft: false,
  kind: 'note' as const,
  withPrices: false,
  issuer: issuerOf(shipment.own),
  buyer: buyerParty(shipment.buyer),
  deliveryAddress: shipment.buyer.address,
  basis: shipment.basis,
  promisedOn: shipment.promisedOn,
  remark: null,
  lines: shipment.lines.map(({ name, sku, unit, quantity }) => ({ name, sku, unit, quantity })),
})
