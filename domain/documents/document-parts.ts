/** A line of a paper as it was when the paper was made; kopecks and quantities as decimal strings, since it is stored as JSON. */
export interface PaperLine {
  offeringId: string | null
  name: string
  sku: string | null
  unit: string
  quantity: string
  priceKopecks: string
  discountPercent: string
  vatRate: string
  netKopecks: string
  vatKopecks: string
  grossKopecks: string
  deliveryOn: string | null
}
/** The client as the paper names it. A later change of the client never changes an issued paper (S-024). */
export interface Buyer {
  companyId: string
  name: string
  fullName: string | null
  inn: string | null
  kpp: string | null
  address: string | null
  contactName: string | null
}
