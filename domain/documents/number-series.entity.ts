import { defineEntity, p } from '@mikro-orm/core'

const NumberSeriesSchema = defineEntity({
  name: 'NumberSeries',
  properties: {
    /** kind/year, such as invoice/2026; the kind alone where numbers go on for ever. */
    id: p.string().primary(),
    lastNumber: p.integer(),
  },
})

/** The last number given in a series. A number is taken in the transaction that issues the document: no gaps. */
export class NumberSeries extends NumberSeriesSchema.class {}
NumberSeriesSchema.setClass(NumberSeries)

/** How the numbers of each kind look, and whether they begin again with the year. */
const kinds = {
  invoice: { yearly: true, print: (n: number) => `${n}` },
  offer: { yearly: false, print: (n: number) => `КП-${n}` },
  contract: { yearly: true, print: (n: number, year: number) => `Д-${year}-${n}` },
  shipment: { yearly: false, print: (n: number) => `Н-${n}` },
} as const
export type NumberedKind = keyof typeof kinds

/** The open transaction: anything that runs SQL in it. */
interface Transaction {
  execute<Rows>(sql: string, params: unknown[]): Promise<Rows>
}

/**
 * The next number of its kind: '117', 'КП-42', 'Д-2026-7', 'Н-12'. Taken in the transaction that issues the document:
 * whoever comes second waits for its end, so a number is either given with its document or not at all.
 */
export async function issueNumber(em: Transaction, kind: NumberedKind, year: number): Promise<string> {
  const { yearly, print } = kinds[kind]
  const [row] = await em.execute<{ last_number: number }[]>(
    `insert into number_series (id, last_number) values (?, 1)
     on conflict (id) do update set last_number = number_series.last_number + 1 returning last_number`,
    [yearly ? `${kind}/${year}` : kind],
  )
  return print(row?.last_number ?? 1, year)
}
