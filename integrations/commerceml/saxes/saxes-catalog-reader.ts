import { type CatalogReader, UnreadableCatalog } from '../commerceml.port.ts'
import { type Caps, defaultCaps, openSource } from './open-source.ts'
import { type ReadingOptions, readCatalogFile } from './read-catalog-file.ts'

/** CommerceML through saxes: streams, so that a file of gigabytes takes as little memory as a small one. */
export const saxesCatalogReader = ({
  legacy = false,
  client = '1c',
  caps = defaultCaps,
}: Partial<ReadingOptions> & { caps?: Caps } = {}): CatalogReader => ({
  async files(path) {
    const files = await openSource(path, caps)
    if (files.length === 0) throw new UnreadableCatalog(path, null, 'здесь нет файлов XML')
    return files
      .map(file => ({
        name: file.name,
        read: () => readCatalogFile(file.name, file.bytes(), { legacy, client }),
      }))
      .sort((a, b) => rank(a.name) - rank(b.name) || natural.compare(a.name, b.name))
  },
})

/** The order in which 1C sends (CML-41): only a help, since what is missing gets a stub in any order. */
const order = [
  /group/i,
  /unit/i,
  /storage/i,
  /pricelist/i,
  /propert/i,
  /import(?!_files)|goods/i,
  /offer/i,
  /price/i,
  /rest/i,
]
const rank = (name: string): number => {
  const at = order.findIndex(one => one.test(name.split('/').at(-1) ?? name))
  return at < 0 ? order.length : at
}
const natural = new Intl.Collator('en', { numeric: true })
