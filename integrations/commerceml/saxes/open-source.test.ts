import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UnreadableCatalog } from '../commerceml.port.ts'
import { defaultCaps } from './open-source.ts'
import { all } from './reading-in-tests.ts'
import { saxesCatalogReader } from './saxes-catalog-reader.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-source-'))
})
afterAll(() => rm(folder, { recursive: true }))

const xml = (id: string) =>
  `<КоммерческаяИнформация><Каталог><Товары><Товар><Ид>${id}</Ид></Товар></Товары></Каталог></КоммерческаяИнформация>`

/** A ZIP by hand: names as bytes, so that any encoding and any lie can be written. */
const zip = (entries: { name: Buffer; utf8?: boolean; content: Buffer; claims?: number }[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, utf8 = true, content, claims = content.length } of entries) {
    const packed = deflateRawSync(content)
    const middle = Buffer.alloc(26)
    middle.writeUInt16LE(20, 0)
    middle.writeUInt16LE(utf8 ? 0x800 : 0, 2)
    middle.writeUInt16LE(8, 4)
    middle.writeUInt32LE(crc32(content), 10)
    middle.writeUInt32LE(packed.length, 14)
    middle.writeUInt32LE(claims, 18)
    middle.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), middle, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), middle, tail, name]))
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end])
}

const saved = async (bytes: Buffer): Promise<string> => {
  const path = join(folder, `${crc32(bytes)}.zip`)
  await writeFile(path, bytes)
  return path
}
const idsAt = async (path: string) => {
  const ids: string[] = []
  for (const file of await saxesCatalogReader().files(path))
    for (const record of await all(file.read()))
      if (record.is === 'product') ids.push(`${file.name}: ${record.id}`)
  return ids
}

describe('folders and archives', () => {
  it('CML-14 an archive with a name in cp866 and `\\` between folders', async () => {
    const path = await saved(
      zip([
        { name: iconv.encode('обмен\\offers.xml', 'cp866'), utf8: false, content: Buffer.from(xml('2')) },
        { name: Buffer.from('import.xml'), content: Buffer.from(xml('1')) },
        { name: Buffer.from('import_files/1.jpg'), content: Buffer.from('JPEG') },
      ]),
    )
    expect(await idsAt(path)).toEqual(['import.xml: 1', 'обмен/offers.xml: 2'])
  })

  it('a folder is read with what lies in its sub-folders, parts in the order of their numbers', async () => {
    const inner = join(folder, 'tree', 'webdata')
    await mkdir(inner, { recursive: true })
    for (const part of ['goods_1_10', 'goods_1_2', 'rests_1_1'])
      await writeFile(join(inner, `${part}.xml`), xml(part))
    expect(await idsAt(join(folder, 'tree'))).toEqual(
      ['goods_1_2', 'goods_1_10', 'rests_1_1'].map(part => `webdata/${part}.xml: ${part}`),
    )
  })

  it('CML-13 a bomb is refused by its ratio, a liar when it grows beyond its word', async () => {
    const bomb = await saved(zip([{ name: Buffer.from('a.xml'), content: Buffer.alloc(20_000_000, 0x20) }]))
    await expect(saxesCatalogReader().files(bomb)).rejects.toThrow('бомбу')
    const liar = await saved(
      zip([{ name: Buffer.from('a.xml'), content: Buffer.from(xml('1').padEnd(200_000)), claims: 500 }]),
    )
    await expect(idsAt(liar)).rejects.toThrow(UnreadableCatalog)
  })

  it('CML-13 caps of the total, of one file and of the number of files', async () => {
    const path = await saved(
      zip(['a.xml', 'b.xml'].map(one => ({ name: Buffer.from(one), content: Buffer.from(xml(one)) }))),
    )
    for (const caps of [{ totalBytes: 200 }, { fileBytes: 100 }, { entries: 1 }])
      await expect(saxesCatalogReader({ caps: { ...defaultCaps, ...caps } }).files(path)).rejects.toThrow(
        UnreadableCatalog,
      )
  })

  it('CML-12 a broken archive, an empty file, a folder without XML: a sentence each', async () => {
    const whole = zip([{ name: Buffer.from('a.xml'), content: Buffer.from(xml('1')) }])
    await expect(saxesCatalogReader().files(await saved(whole.subarray(0, 60)))).rejects.toThrow(
      'архив повреждён',
    )
    await expect(saxesCatalogReader().files(await saved(Buffer.alloc(0)))).rejects.toThrow('файл пуст')
    await mkdir(join(folder, 'none'))
    await expect(saxesCatalogReader().files(join(folder, 'none'))).rejects.toThrow('нет файлов XML')
    await expect(
      saxesCatalogReader().files(
        await saved(zip([{ name: Buffer.from('../a.xml'), content: Buffer.from('') }])),
      ),
    ).rejects.toThrow(UnreadableCatalog)
  })
})
