import { type CivilDate, yearOf } from '../shared/civil-date.ts'
import {
  bankOf,
  buyerParty,
  issuerOf,
  linesOf,
  type PaperFacts,
  signatoryOf,
  totalsOfPaper,
} from './paper-facts.ts'

export interface ContractFacts extends PaperFacts {
  validUntil: CivilDate | null
}

/** Filled in by hand: nobody told us who signs for the client. */
const blank = '____________________'

/** Договор поставки with its specification, as the maker of papers takes it (specs/documents-ru §5.4). */
export function contractPaper(contract: ContractFacts) {
  const { own, buyer } = contract
  const { signatory } = own.data
  return {
    number: contract.number,
    date: contract.on,
    draft: contract.draft,
    city: cityOf(own.data.address),
    issuer: { logo: null, accent: null },
    seller: {
      ...issuerOf(own),
      name: own.data.fullName,
      representedByGenitive: `${signatory.positionGenitive} ${signatory.nameGenitive}`,
      actingUnderGenitive: signatory.basis,
      signatory: signatoryOf(own.data),
      bank: bankOf(own.data),
    },
    buyer: {
      ...buyerParty(buyer),
      representedByGenitive: blank,
      actingUnderGenitive: blank,
      signatory: { position: 'Руководитель', name: blank },
      bank: null,
    },
    lines: linesOf(contract),
    totals: totalsOfPaper(contract),
    prepaymentPercent: 100,
    paymentWorkingDays: own.data.invoiceTermWorkingDays,
    deliveryWorkingDays: 10,
    deliveryTerms: `Товар передаётся Покупателю${buyer.address ? ` по адресу: ${buyer.address}` : ' со склада Поставщика'}.`,
    penaltyPercent: '0.1',
    warrantyMonths: 12,
    vatChange: 'gross_kept' as const,
    court: 'арбитражный суд по месту нахождения Поставщика',
    validUntil: contract.validUntil ?? `${yearOf(contract.on)}-12-31`,
    prolongs: true,
  }
}

/** 'г. Москва' out of a postal address. */
const cityOf = (address: string): string =>
  /г\.\s?[А-ЯЁ][а-яё-]+(\s[А-ЯЁ][а-яё-]+)?/.exec(address)?.[0] ?? 'г. Москва'
