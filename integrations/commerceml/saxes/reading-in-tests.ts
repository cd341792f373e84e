import type { CatalogRecord } from '../commerceml.port.ts'
import { type ReadingOptions, readCatalogFile } from './read-catalog-file.ts'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** All records of a text or of bytes, handed over in pieces of `size` bytes. */
export const read = (
  content: string | Uint8Array,
  { size = 65_536, ...options }: Partial<ReadingOptions> & { size?: number } = {},
): Promise<CatalogRecord[]> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return all(readCatalogFile('test.xml', pieces(bytes, size), { legacy: false, client: '1c', ...options }))
}

export const all = async <T>(stream: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = []
  for await (const item of stream) items.push(item)
  return items
}

/** Records of what stands inside the root. */
export const rows = (inside: string): Promise<CatalogRecord[]> =>
  read(`<КоммерческаяИнформация>${inside}</КоммерческаяИнформация>`)

export const of = <K extends CatalogRecord['is']>(
  records: CatalogRecord[],
  kind: K,
): Extract<CatalogRecord, { is: K }>[] =>
  records.filter((one): one is Extract<CatalogRecord, { is: K }> => one.is === kind)
