import Handlebars from 'handlebars'
import { amountInWords, counted, countInWords } from '#domain/documents/amount-in-words.ts'
import { contractDate, longDate, shortDate } from '#domain/documents/russian-dates.ts'
import { findVatRate } from '#domain/documents/vat.ts'
import { formatKopecks } from '#domain/shared/kopecks.ts'
import { formatQuantity } from '#domain/shared/quantity.ts'
import { boundAddress, formatPercent, unbroken } from './paper-format.ts'
import { qrSvg } from './qr-svg.ts'

/** Rows that stay with the totals, so that totals and signatures never stand alone on a page (DR-20). */
const tailRows = 2

interface VatRow {
  rate: string
  vatKopecks: string
}

/** Absent, empty and a zero discount are not worth a column. */
const isShown = (value: unknown): boolean => Boolean(value) && !/^0(\.0+)?$/.test(String(value))

const svgMark = (name: string, path: string): Handlebars.SafeString =>
  new Handlebars.SafeString(
    `<svg class="mark ${name}" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`,
  )

/** White list of what templates may call. Each is pure and total for data that passed the paper's schema. */
export const templateVocabulary = {
  /** '12200000' → «122 000,00». */
  money: (kopecks: string) => formatKopecks(BigInt(kopecks)),
  /** '12200000' → «Сто двадцать две тысячи рублей 00 копеек». */
  words: (kopecks: string) => amountInWords(BigInt(kopecks)),
  /** '2026-03-02' → «2 марта 2026 г.». */
  longDate: (date: string) => longDate(date),
  /** '2026-03-02' → «02.03.2026». */
  shortDate: (date: string) => shortDate(date),
  /** '2026-03-02' → ««02» марта 2026 г.». */
  contractDate: (date: string) => contractDate(date),
  quantity: (quantity: string) => formatQuantity(quantity),
  percent: (percent: string) => formatPercent(percent),
  /** Label of a rate within a sentence: «22%» or «без НДС». */
  vat: (rate: string) => findVatRate(rate)?.ru ?? rate,
  unbroken: (text: string) => unbroken(text),
  /** An address whose «ул.» and «д.» stay with what they name. */
  bound: (address: string) => boundAddress(address),
  /** `{{count 3 'рабочий день' 'рабочих дня' 'рабочих дней'}}` → «3 рабочих дня». */
  count: (n: number, one: string, few: string, many: string) => counted(n, one, few, many),
  /** Number of a row by its index. */
  rowNumber: (index: number) => index + 1,
  /** Number of a row by its index within the tail. */
  tailRowNumber: (lines: unknown[], index: number) => Math.max(0, lines.length - tailRows) + index + 1,
  beforeTail: (lines: unknown[]) => lines.slice(0, Math.max(0, lines.length - tailRows)),
  tail: (lines: unknown[]) => lines.slice(Math.max(0, lines.length - tailRows)),
  size: (lines: unknown[]) => lines.length,
  /** «Всего наименований 2, на сумму 122 000,00 руб.» */
  countOfLines: (lines: unknown[], kopecks: string) => countInWords(lines.length, BigInt(kopecks)),
  is: (a: unknown, b: unknown) => a === b,
  positive: (kopecks: unknown) => typeof kopecks === 'string' && BigInt(kopecks) > 0n,
  rest: (percent: number) => 100 - percent,
  /** Whether any line has the field, so that an empty column is not printed. */
  any: (lines: Record<string, unknown>[], field: string) => lines.some(line => isShown(line[field])),
  /** How many columns the table has: `base`, and one for each field that any line has. */
  columns: (lines: Record<string, unknown>[], base: number, ...fields: unknown[]) =>
    base + fields.filter(f => typeof f === 'string' && lines.some(line => isShown(line[f]))).length,
  shown: (value: unknown) => isShown(value),
  /** Whether any of the values is there. The last argument is Handlebars' own and never counts. */
  or: (...values: unknown[]) => values.slice(0, -1).some(Boolean),
  /** Whether any rate is a real one (not «без НДС»). */
  hasVat: (rows: VatRow[]) => rows.some(row => row.rate !== 'NONE'),
  /** When a line can be handed over, in words. */
  supply: (supply: unknown) =>
    typeof supply !== 'string'
      ? '—'
      : supply === 'in_stock'
        ? 'в наличии'
        : supply === 'on_request'
          ? 'по запросу'
          : `с\u00a0${shortDate(supply)}`,
  qr: (text: string) => new Handlebars.SafeString(qrSvg(text)),
  /** ☐ and ✓ stand in no font of ours (guides/dependencies.md §7). */
  box: () => svgMark('box', 'M2.5 2.5h11v11h-11z'),
  tick: () => svgMark('tick', 'M3 8.5l3.2 3.2L13 4.8'),
}
