import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'

export type Cell = string | number | bigint | boolean | null | undefined | object

/** Rows → a staging table by COPY. Objects and arrays go as JSON; undefined is null. */
export const copyRows = async (
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> => {
  const names = columns.map(name => `"${name}"`).join(', ')
  await pipeline(Readable.from(lines(rows)), client.query(from(`copy ${table} (${names}) from stdin`)))
}

function* lines(rows: Iterable<readonly Cell[]>): Generator<string> {
  let text = ''
  for (const row of rows) {
    text += `${row.map(cell).join('\t')}\n`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const cell = (value: Cell): string =>
  value === null || value === undefined
    ? '\\N'
    : (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(
        /[\\\n\r\t]/g,
        sign => escapes[sign] ?? sign,
      )
