import type { CivilDate } from '../shared/civil-date.ts'
import {
  type AuthorFacts,
  issuerOf,
  linesOf,
  type PaperFacts,
  signatoryOf,
  totalsOfPaper,
} from './paper-facts.ts'
import { crossesRateChange, isVatRateKey } from './vat.ts'

export interface OfferFacts extends PaperFacts {
  validUntil: CivilDate
  author: AuthorFacts
}

/** Коммерческое предложение as the maker of papers takes it (specs/documents-ru §5.3). */
export const offerPaper = (offer: OfferFacts) => ({
  number: offer.number,
  date: offer.on,
  draft: offer.draft,
  validUntil: offer.validUntil,
  issuer: issuerOf(offer.own),
  addressee: { company: offer.buyer.name, personDative: null },
  subject: null,
  intro: null,
  lines: linesOf(offer).map((line, at) => ({ ...line, supply: supplyOf(offer, at) })),
  totals: totalsOfPaper(offer),
  deliveryTerms: vatWarning(offer),
  paymentTerms: null,
  warranty: null,
  manager: { ...offer.author, position: offer.author.position ?? 'Менеджер' },
  signatory: signatoryOf(offer.own.data),
  notPublicOffer: true,
})

/** On the day of the paper or before: from stock; no date known: nothing is said. */
function supplyOf({ lines, on }: PaperFacts, at: number): 'in_stock' | CivilDate | null {
  const day = lines[at]?.deliveryOn
  return !day ? null : day <= on ? 'in_stock' : day
}

/** DR-01: said where goods ship after the day that changes the rate. */
export function vatWarning({ lines, on }: Pick<PaperFacts, 'lines' | 'on'>): string | null {
  const later = lines.some(
    ({ vatRate, deliveryOn }) =>
      deliveryOn && isVatRateKey(vatRate) && crossesRateChange(vatRate, on, deliveryOn),
  )
  return later
    ? 'Ставка НДС указана по дате отгрузки: она отличается от ставки на дату этого документа.'
    : null
}
