import type { Client } from 'pg'
import type {
  CatalogFile,
  CatalogReader,
  CatalogRecord,
  CatalogWarning,
} from '#integrations/commerceml/commerceml.port.ts'
import { addToBatch, type CatalogBatch, emptyBatch, isFull } from './catalog-batch.ts'
import { mergeBatch } from './merge-batch.ts'
import { createStage } from './merge-table.ts'
import { putIntoWords, unknownChoices } from './put-into-words.ts'
import { stageBatch } from './stage-batch.ts'
import { createLooseStages, stagedTables } from './staged-tables.ts'

/** What files held (rows seen, not rows changed) and what they did. */
export interface CatalogCounts {
  files: number
  groups: number
  properties: number
  units: number
  warehouses: number
  priceTypes: number
  products: number
  pictures: number
  offerings: number
  prices: number
  stocks: number
  /** Rows of the base that were added or rewritten; 0 when the same file is loaded again. */
  changed: number
  /** The first thousand. */
  warnings: CatalogWarning[]
  warningsTotal: number
}

export interface CatalogLoad {
  path: string
  /** The connection that the goods belong to; ids of 1C are unique within it. */
  source: string
  /** Told after each batch, for a heartbeat or a line on the screen. */
  progress?: (file: string, counts: CatalogCounts) => void
}

export interface CatalogLoaderParts {
  /** A connection of the application's login for this load alone; ended by the loader. */
  connect(): Promise<Client>
  reader: CatalogReader
  ids(): string
}

/**
 * Loads files of a catalogue by COPY and one merge per batch. Safe to repeat: rows are known by 1C's ids, equal ones
 * are left alone. One transaction per file: a file that cannot be read changes nothing; the files before it stay.
 * @throws UnreadableCatalog (the caller's fault)
 */
export const createCatalogLoader =
  ({ connect, reader, ids }: CatalogLoaderParts) =>
  async ({ path, source, progress = () => undefined }: CatalogLoad): Promise<CatalogCounts> => {
    const counts = noCounts()
    const files = await reader.files(path)
    const client = await connect()
    try {
      for (const file of files) {
        await loadFile(client, file, { source, ids, counts, progress })
        counts.files++
      }
    } finally {
      await client.end()
    }
    return counts
  }

interface Loading {
  source: string
  ids: () => string
  counts: CatalogCounts
  progress: (file: string, counts: CatalogCounts) => void
}

const loadFile = async (client: Client, file: CatalogFile, loading: Loading): Promise<void> => {
  const { source, ids, counts, progress } = loading
  let batch: CatalogBatch = emptyBatch()
  const flush = async () => {
    await stageBatch(client, batch, ids)
    counts.changed += await mergeBatch(client, source, batch, ids)
    batch = emptyBatch()
    progress(file.name, counts)
  }
  await client.query('begin')
  try {
    await client.query('set local role voronka_system')
    // Files of one connection strictly one after another (CML-41).
    await client.query(`select pg_advisory_xact_lock(hashtext('catalogue ' || $1))`, [source])
    await client.query([...stagedTables.map(createStage), createLooseStages].join(';'))
    for await (const record of file.read()) {
      count(counts, record)
      if (record.is === 'warning') continue
      if (isFull(batch, record)) await flush()
      addToBatch(batch, record)
    }
    await flush()
    await putIntoWords(client, source)
    for (const warning of await unknownChoices(client, source, file.name)) count(counts, warning)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const noCounts = (): CatalogCounts => ({
  files: 0,
  groups: 0,
  properties: 0,
  units: 0,
  warehouses: 0,
  priceTypes: 0,
  products: 0,
  pictures: 0,
  offerings: 0,
  prices: 0,
  stocks: 0,
  changed: 0,
  warnings: [],
  warningsTotal: 0,
})

const counted = {
  group: 'groups',
  property: 'properties',
  unit: 'units',
  warehouse: 'warehouses',
  priceType: 'priceTypes',
  offering: 'offerings',
  price: 'prices',
  stock: 'stocks',
} as const

const count = (counts: CatalogCounts, record: CatalogRecord): void => {
  if (record.is === 'warning') {
    counts.warningsTotal++
    if (counts.warnings.length < 1000) counts.warnings.push(record)
  } else if (record.is === 'product') {
    if (record.stub) return
    counts.products++
    counts.pictures += record.pictures?.length ?? 0
  } else counts[counted[record.is]]++
}
