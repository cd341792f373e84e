import pg from 'pg'
import { createCatalogLoader } from '#activities/catalog/load-catalog.ts'
import { saxesCatalogReader } from '#integrations/commerceml/saxes/saxes-catalog-reader.ts'
import { uuidV7 } from '../shared/ids.ts'
import { importCommerceml } from './import-commerceml.ts'
import { textOf, type Verb } from './verb.ts'

/** Goods, prices and stock from files of 1C. */
export const importCommercemlVerb: Verb = {
  name: 'import-commerceml',
  usage: 'import-commerceml DIR|ZIP [--source NAME]',
  summary: { ru: 'товары, цены и остатки из файлов 1С', en: 'goods, prices and stock from files of 1C' },
  words: 1,
  options: { source: { type: 'string' } },
  required: [],
  run: ([path = ''], options, { base, log }) =>
    importCommerceml({
      path,
      log,
      source: textOf(options, 'source') ?? '1c',
      load: createCatalogLoader({
        connect: () => connect(base.url),
        reader: saxesCatalogReader(),
        ids: uuidV7(),
      }),
    }),
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  // A base that goes away in the middle is told by the query that waits for it.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
