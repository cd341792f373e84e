import { type CatalogReader, type CatalogRecord, UnreadableCatalog } from '../commerceml.port.ts'

/** What a path holds: files by name, with their records and, where the file breaks, the line. */
export type FakeCatalog = Record<string, { name: string; records: CatalogRecord[]; breaksAt?: number }[]>

export const fakeCatalogReader = (paths: FakeCatalog): CatalogReader => ({
  async files(path) {
    const files = paths[path]
    if (!files?.length) throw new UnreadableCatalog(path, null, 'нет такого файла или папки')
    return files.map(({ name, records, breaksAt }) => ({
      name,
      async *read() {
        yield* records
        if (breaksAt !== undefined) throw new UnreadableCatalog(name, breaksAt, 'файл перестаёт быть XML')
      },
    }))
  },
})
