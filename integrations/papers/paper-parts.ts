import { z } from 'zod'
import { vatRateKeys } from '#domain/documents/vat.ts'

/** The parts that papers share. All are plain JSON; unknown fields are refused. */

const text = (max: number) => z.string().trim().min(1).max(max)
/** Optional text: absent, null and empty all mean "not shown". */
export const optionalText = (max: number) => z.string().max(max).nullish()
export const requiredText = text

/** Whole kopecks as a decimal string, e.g. '12200000' for 122 000,00. */
export const kopecks = z.string().regex(/^-?\d{1,18}$/, 'not whole kopecks in a decimal string')
/** An exact decimal string with at most 6 digits after the point, e.g. '20', '1.5'. */
export const quantity = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'not a quantity in a decimal string')
/** A discount from '0' to '100' with at most 2 digits after the point. */
export const percent = z.string().regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, 'not a percentage')
/** A civil date; it has no zone and is never shifted. */
export const civilDate = z.iso.date()

/** Kinds of VAT (DR-02): «без НДС» and 0 % are different things. */
export const vatRate = z.enum(vatRateKeys)

/** A picture inside the data, never an address: nothing is fetched while a paper is made. At most about 1 MB. */
export const picture = z
  .string()
  .max(1_400_000)
  .regex(/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+=*$/, 'not a picture as a data URI')

/** An organisation as it stands in a paper. */
export const party = z.strictObject({
  name: text(300),
  inn: optionalText(12),
  kpp: optionalText(9),
  ogrn: optionalText(15),
  address: optionalText(500),
  phone: optionalText(60),
  email: optionalText(120),
})

/** Our own company: a party with its face. */
export const issuer = z.strictObject({
  ...party.shape,
  site: optionalText(120),
  logo: picture.nullish(),
  /** The company's own accent; papers are black on white without it. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'not a colour')
    .nullish(),
})

/** An account in a bank. */
export const bankAccount = z.strictObject({
  bankName: text(160),
  bic: text(9),
  correspondentAccount: text(20),
  account: text(20),
})

/** Who signs: position in the nominative, name as «Иванов И. И.». */
export const signatory = z.strictObject({ position: text(160), name: text(160) })

/** When a line can be handed over: from stock, from a date, or to be agreed. */
export const supply = z.union([z.literal('in_stock'), z.literal('on_request'), civilDate])

/** One line with its price. `sumKopecks` is the line's own sum in the paper's VAT mode, never recomputed here. */
export const pricedLine = z.strictObject({
  sku: optionalText(60),
  name: text(500),
  /** Variant or remark under the name, e.g. «зелёный, 220 В». */
  note: optionalText(500),
  quantity,
  unit: text(20),
  priceKopecks: kopecks,
  discountPercent: percent.nullish(),
  sumKopecks: kopecks,
  vatRate,
  supply: supply.nullish(),
})

/**
 * Sums of a paper. `vatMode` inside: line sums hold the VAT and add up to `grossKopecks`;
 * on_top: they add up to `netKopecks`. In both, net + all VAT = gross.
 */
export const totals = z.strictObject({
  vatMode: z.enum(['inside', 'on_top']),
  netKopecks: kopecks,
  /** One row per rate; NONE has '0'. */
  vat: z.array(z.strictObject({ rate: vatRate, vatKopecks: kopecks })).max(vatRateKeys.length),
  grossKopecks: kopecks,
  /** What the discounts took off, for the buyer's joy; shown when above zero. */
  discountKopecks: kopecks.nullish(),
  /** Ground of «Без НДС», e.g. «УСН, ст. 346.11 НК РФ». */
  noVatGround: optionalText(200),
})

/** More rows than this is a price list, not a paper that somebody signs. */
export const maxLines = 2_000
export const pricedLines = z.array(pricedLine).min(1).max(maxLines)
