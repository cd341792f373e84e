import { z } from 'zod'
import {
  bankAccount,
  civilDate,
  issuer,
  kopecks,
  maxLines,
  optionalText,
  party,
  percent,
  pricedLines,
  quantity,
  requiredText,
  signatory,
  totals,
} from './paper-parts.ts'

/** Common head: no number before issue (a draft never takes one), the date on the paper, the draft mark. */
const head = {
  number: requiredText(40).nullable(),
  date: civilDate,
  /** Prints «Черновик» across each page. */
  draft: z.boolean(),
}

/** Коммерческое предложение (specs/documents-ru.md §5.3). */
const offer = z.strictObject({
  ...head,
  validUntil: civilDate,
  issuer,
  addressee: z.strictObject({
    company: requiredText(300),
    /** Person in the dative: «Генеральному директору Ковалёвой Н. П.». */
    personDative: optionalText(200),
  }),
  subject: optionalText(300),
  intro: optionalText(3_000),
  lines: pricedLines,
  totals,
  deliveryTerms: optionalText(2_000),
  paymentTerms: optionalText(2_000),
  warranty: optionalText(2_000),
  manager: z.strictObject({
    name: requiredText(160),
    position: requiredText(160),
    phone: optionalText(60),
    email: optionalText(120),
  }),
  signatory,
  /** Prints that the offer is no public offer (ст. 437 ГК РФ). */
  notPublicOffer: z.boolean(),
})

/** Счёт на оплату (§5.1). */
const invoice = z.strictObject({
  ...head,
  issuer,
  bank: bankAccount,
  buyer: party,
  consignor: party.nullish(),
  consignee: party.nullish(),
  /** «Договор № 15 от 12.01.2026». */
  basis: optionalText(300),
  /** Text above everything; lines are kept. */
  warning: optionalText(2_000),
  dueDate: civilDate.nullish(),
  lines: pricedLines,
  totals,
  /** The whole string of ГОСТ Р 56042 («ST00012|…»); null prints no QR. */
  paymentQr: z.string().startsWith('ST0001').max(1_000).nullable(),
  head: signatory,
  /** Absent for a sole trader, who signs alone. */
  accountant: signatory.nullish(),
  manager: z
    .strictObject({ name: requiredText(160), phone: optionalText(60), email: optionalText(120) })
    .nullish(),
})

/** A side of a contract: who, by whom (in the genitive), on what ground, where the money goes. */
const contractSide = z.strictObject({
  ...party.shape,
  /** «генерального директора Ковалёвой Нины Петровны»: kept with the signatory, corrected by a person. Absent: acts himself. */
  representedByGenitive: optionalText(300),
  /** «Устава», «доверенности № 3 от 12.01.2026». */
  actingUnderGenitive: requiredText(300),
  signatory,
  bank: bankAccount.nullish(),
})

/** Договор поставки with its specification (§5.4). */
const contract = z.strictObject({
  ...head,
  city: requiredText(120),
  issuer: issuer.pick({ logo: true, accent: true }),
  seller: contractSide,
  buyer: contractSide,
  lines: pricedLines,
  totals,
  /** Whole percents paid in advance: 0 … 100. */
  prepaymentPercent: z.int().min(0).max(100),
  /** Working days for the advance, and for the rest after shipment. */
  paymentWorkingDays: z.int().min(1).max(365),
  deliveryWorkingDays: z.int().min(1).max(365),
  deliveryTerms: requiredText(2_000),
  /** Penalty per day of delay in percent, e.g. '0.1'. */
  penaltyPercent: percent,
  warrantyMonths: z.int().min(0).max(240),
  /** What holds when the VAT rate changes before shipment (DR-01). */
  vatChange: z.enum(['gross_kept', 'net_kept']),
  court: requiredText(200),
  validUntil: civilDate,
  prolongs: z.boolean(),
})

/** Расходная накладная, or with `kind: pick_list` the warehouse's лист подбора. Without prices where money is not theirs to see. */
const shipmentNote = z.strictObject({
  ...head,
  kind: z.enum(['note', 'pick_list']),
  withPrices: z.boolean(),
  issuer,
  buyer: party,
  deliveryAddress: optionalText(500),
  basis: optionalText(300),
  /** Day promised to the client. */
  promisedOn: civilDate.nullish(),
  /** Which part of a shipment in parts: «часть 1 из 2». */
  part: z.strictObject({ no: z.int().min(1), of: z.int().min(1) }).nullish(),
  remark: optionalText(2_000),
  lines: z
    .array(
      z.strictObject({
        sku: optionalText(60),
        name: requiredText(500),
        note: optionalText(500),
        /** Place in the warehouse: «А-04-2». */
        place: optionalText(60),
        quantity,
        unit: requiredText(20),
        priceKopecks: kopecks.nullish(),
        sumKopecks: kopecks.nullish(),
      }),
    )
    .min(1)
    .max(maxLines),
  totals: totals.nullish(),
  released: signatory.nullish(),
  received: signatory.nullish(),
})

/** Schema of each template's data: the border where unknown data becomes paper data. */
export const paperSchemas = { offer, invoice, contract, shipment_note: shipmentNote }

export type PaperTemplate = keyof typeof paperSchemas
export type PaperData = { [T in PaperTemplate]: z.infer<(typeof paperSchemas)[T]> }
export type OfferPaper = PaperData['offer']
export type InvoicePaper = PaperData['invoice']
export type ContractPaper = PaperData['contract']
export type ShipmentNotePaper = PaperData['shipment_note']
