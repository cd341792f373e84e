import type { CivilDate } from '../shared/civil-date.ts'
import type { OwnCompanyData } from '../shared/own-company.ts'
import type { Buyer, PaperLine } from './document-parts.ts'
import { paperTotals, type VatMode } from './line-totals.ts'
import { isVatRateKey, type VatRateKey } from './vat.ts'

/** The parts that the papers share, as the makers of papers take them (integrations/papers): kopecks as strings. */

/** Our own company under its short name. */
export interface OwnFacts {
  name: string
  data: OwnCompanyData
}
/** The colleague who answers for a paper. */
export interface AuthorFacts {
  name: string
  position: string | null
  phone: string | null
  email: string | null
}
/** What every paper of a deal is made of; `number` is null for a draft. */
export interface PaperFacts {
  own: OwnFacts
  number: string | null
  /** The day on the paper. */
  on: CivilDate
  draft: boolean
  buyer: Buyer
  lines: readonly PaperLine[]
}

export const issuerOf = ({ name, data }: OwnFacts) => ({
  name,
  inn: data.inn,
  kpp: data.kpp,
  ogrn: data.ogrn,
  address: data.address,
  phone: data.phone,
  email: data.email,
})

export const bankOf = ({ bank }: OwnCompanyData) => ({
  bankName: bank.name,
  bic: bank.bic,
  correspondentAccount: bank.correspondentAccount,
  account: bank.account,
})

export const buyerParty = (buyer: Buyer) => ({
  name: buyer.fullName || buyer.name,
  inn: buyer.inn,
  kpp: buyer.kpp,
  address: buyer.address,
})

export const signatoryOf = ({ signatory }: OwnCompanyData) => ({
  position: signatory.position,
  name: shortName(signatory.name),
})

/** 'Павлов Пётр Андреевич' → 'Павлов П. А.' */
export function shortName(fullName: string): string {
  const [surname = '', ...given] = fullName.trim().split(/\s+/)
  return [surname, ...given.map(word => `${word.slice(0, 1)}.`)].join('\u00a0')
}

const modeOf = ({ vatIncluded }: OwnCompanyData): VatMode => (vatIncluded ? 'inside' : 'on_top')

const rateOf = (line: PaperLine): VatRateKey => (isVatRateKey(line.vatRate) ? line.vatRate : 'NONE')

/** Lines with the sum of their VAT mode, as the paper adds them up. */
export const linesOf = ({ own, lines }: Pick<PaperFacts, 'own' | 'lines'>) =>
  lines.map(line => ({
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    unit: line.unit,
    priceKopecks: line.priceKopecks,
    discountPercent: line.discountPercent === '0' ? null : line.discountPercent,
    sumKopecks: own.data.vatIncluded ? line.grossKopecks : line.netKopecks,
    vatRate: rateOf(line),
  }))

/** F8: the totals are Σ of the stored lines, a row for each rate; the base and the paper cannot differ. */
export function totalsOfPaper({ own, lines }: Pick<PaperFacts, 'own' | 'lines'>) {
  const sum = (part: 'netKopecks' | 'vatKopecks' | 'grossKopecks', of: readonly PaperLine[] = lines) =>
    of.reduce((total, line) => total + BigInt(line[part]), 0n)
  const rates = [...new Set(lines.map(rateOf))]
  const { totals } = paperTotals(
    lines.map(line => ({ ...line, vatRate: rateOf(line), priceKopecks: BigInt(line.priceKopecks) })),
    modeOf(own.data),
  )
  return {
    vatMode: modeOf(own.data),
    netKopecks: sum('netKopecks').toString(),
    vat: rates.map(rate => ({
      rate,
      vatKopecks: sum(
        'vatKopecks',
        lines.filter(line => rateOf(line) === rate),
      ).toString(),
    })),
    grossKopecks: sum('grossKopecks').toString(),
    discountKopecks: totals.discountKopecks.toString(),
    noVatGround: null,
  }
}
