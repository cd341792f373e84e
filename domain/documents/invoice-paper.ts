import type { CivilDate } from '../shared/civil-date.ts'
import { vatWarning } from './offer-paper.ts'
import {
  type AuthorFacts,
  bankOf,
  buyerParty,
  issuerOf,
  linesOf,
  type PaperFacts,
  shortName,
  signatoryOf,
  totalsOfPaper,
} from './paper-facts.ts'
import { paymentPurpose, paymentQr } from './payment-qr.ts'

export interface InvoiceFacts extends PaperFacts {
  dueDate: CivilDate | null
  author: AuthorFacts
}

/** Счёт на оплату as the maker of papers takes it (specs/documents-ru §5.1); only an issued one has a QR. */
export function invoicePaper(invoice: InvoiceFacts) {
  const { own, number, author } = invoice
  const totals = totalsOfPaper(invoice)
  const late = vatWarning(invoice)
  return {
    number,
    date: invoice.on,
    draft: invoice.draft,
    issuer: issuerOf(own),
    bank: bankOf(own.data),
    buyer: buyerParty(invoice.buyer),
    basis: null,
    warning: ['Оплата счёта означает согласие с условиями поставки.', late].filter(Boolean).join('\n'),
    dueDate: invoice.dueDate,
    lines: linesOf(invoice),
    totals,
    paymentQr: number === null ? null : qrOf(invoice, number, totals),
    head: { position: own.data.signatory.position, name: signatoryOf(own.data).name },
    accountant: own.data.accountant
      ? { position: 'Бухгалтер', name: shortName(own.data.accountant.name) }
      : null,
    manager: { name: author.name, phone: author.phone, email: author.email },
  }
}

/** DR-21: what a bank's application reads off the printed square. */
function qrOf(
  { own, on }: InvoiceFacts,
  number: string,
  { vat, grossKopecks }: ReturnType<typeof totalsOfPaper>,
): string {
  const { bank, inn, kpp } = own.data
  const byRate = vat.map(({ rate, vatKopecks }) => ({ rate, vatKopecks: BigInt(vatKopecks) }))
  return paymentQr({
    name: own.name,
    account: bank.account,
    bankName: bank.name,
    bic: bank.bic,
    correspondentAccount: bank.correspondentAccount,
    inn,
    kpp,
    sumKopecks: BigInt(grossKopecks),
    purpose: paymentPurpose({ number, issuedOn: on, byRate }),
  })
}
