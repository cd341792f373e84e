import { describe, expect, it } from 'vitest'
import {
  type CatalogFile,
  type CatalogReader,
  type CatalogRecord,
  UnreadableCatalog,
} from './commerceml.port.ts'

export interface ExamPaths {
  /** One file with the group «g» (line 3) and the product «p» (line 7), and nothing else. */
  good: string
  /** The same two, then no XML from line 9 on. */
  broken: string
  missing: string
}

/** The adapter and the fake sit the same exam. */
export const catalogReaderExam = (
  name: string,
  open: () => Promise<{ reader: CatalogReader; paths: ExamPaths }>,
): void => {
  const first = async (reader: CatalogReader, path: string): Promise<CatalogFile> => {
    const [file] = await reader.files(path)
    if (!file) throw new Error('no file')
    return file
  }
  const seen = async (file: CatalogFile) => {
    const records: CatalogRecord[] = []
    try {
      for await (const record of file.read()) records.push(record)
      return { records, error: null }
    } catch (error) {
      return { records, error }
    }
  }

  describe(`${name} reads catalogues`, () => {
    it('a file gives its objects in their order, with their lines, as often as it is asked', async () => {
      const { reader, paths } = await open()
      const file = await first(reader, paths.good)
      const once = await seen(file)
      expect(once.error).toBeNull()
      expect(once.records).toMatchObject([
        { is: 'group', id: 'g', line: 3 },
        { is: 'product', id: 'p', stub: false, line: 7 },
      ])
      expect(await seen(file)).toEqual(once)
    })

    it('CML-50 a file that breaks off gives what came before, then says where it broke', async () => {
      const { reader, paths } = await open()
      const { records, error } = await seen(await first(reader, paths.broken))
      expect(records.map(one => one.is)).toEqual(['group', 'product'])
      expect(error).toBeInstanceOf(UnreadableCatalog)
      expect(error).toMatchObject({ line: 9, code: 'UnreadableCatalog' })
    })

    it('a path with nothing to read is refused with a sentence', async () => {
      const { reader, paths } = await open()
      await expect(reader.files(paths.missing)).rejects.toThrow(UnreadableCatalog)
    })
  })
}
