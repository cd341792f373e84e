import { lineTotals } from '#domain/documents/line-totals.ts'
import { formatKopecks, kopecksToNumber, parseKopecks } from '#domain/shared/kopecks.ts'
import { formatQuantity, isPositive, parseQuantity } from '#domain/shared/quantity.ts'
import type { OfferingAnswer } from '#server/catalog/catalog.contract.ts'
import type { DealAnswer } from '#server/sales/sales.contract.ts'

export type DealLine = DealAnswer['lines'][number]

/** A line while it is typed: quantity, price and discount as the person wrote them. */
export interface LineDraft {
  key: string
  offeringId: string | null
  name: string
  sku: string | null
  unit: string
  free: string | null
  deliveryOn: string | null
  quantity: string
  price: string
  discount: string
}

export const draftOf = (line: DealLine): LineDraft => ({
  ...line,
  key: line.id,
  quantity: formatQuantity(line.quantity),
  price: line.priceKopecks === null ? '' : formatKopecks(BigInt(line.priceKopecks)),
  discount:
    Number(line.discountPercent ?? 0) === 0 ? '' : String(Number(line.discountPercent)).replace('.', ','),
})

/** A new line of the catalogue: one piece at its first price. */
export const draftOfOffering = (offering: OfferingAnswer): LineDraft => ({
  key: crypto.randomUUID(),
  offeringId: offering.id,
  name: offering.name,
  sku: offering.sku,
  unit: offering.unit,
  free: offering.free,
  deliveryOn: null,
  quantity: '1',
  price: offering.prices[0] ? formatKopecks(BigInt(offering.prices[0].valueKopecks)) : '',
  discount: '',
})

const discountOf = (text: string): string | null => {
  const bare = text.trim().replace(',', '.').replace('%', '')
  if (bare === '') return '0'
  return /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/.test(bare) ? bare : null
}

/** What a draft reads as; null in a field that does not read. */
export function readDraft(draft: LineDraft) {
  const quantity = parseQuantity(draft.quantity)
  return {
    quantity: quantity !== null && isPositive(quantity) ? quantity : null,
    priceKopecks: draft.price.trim() === '' ? undefined : parseKopecks(draft.price),
    discountPercent: discountOf(draft.discount),
  }
}

/** Price × quantity less discount, or null while something does not read. VAT and the saved sum are the server's. */
export function sumOf(draft: LineDraft): number | null {
  const { quantity, priceKopecks, discountPercent } = readDraft(draft)
  if (quantity === null || priceKopecks == null || discountPercent === null) return null
  return kopecksToNumber(
    lineTotals({ quantity, priceKopecks, discountPercent, vatRate: 'NONE' }).grossKopecks,
  )
}

/** The body of `set-lines`, or the key of the first draft that does not read. */
export function linesBody(drafts: readonly LineDraft[]): { lines: object[] } | { unreadable: string } {
  const lines: object[] = []
  for (const draft of drafts) {
    const { quantity, priceKopecks, discountPercent } = readDraft(draft)
    if (quantity === null || priceKopecks === null || discountPercent === null)
      return { unreadable: draft.key }
    lines.push({
      ...(draft.offeringId ? { offeringId: draft.offeringId } : { name: draft.name, unit: draft.unit }),
      quantity,
      ...(priceKopecks === undefined ? {} : { priceKopecks: kopecksToNumber(priceKopecks) }),
      discountPercent,
    })
  }
  return { lines }
}
