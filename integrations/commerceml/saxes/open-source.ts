import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Entry, ZipFile } from 'yauzl'
import yauzl from 'yauzl'
import { UnreadableCatalog } from '../commerceml.port.ts'

/** CML-13: what one archive or folder may hold. */
export interface Caps {
  totalBytes: number
  fileBytes: number
  entries: number
  /** Uncompressed to compressed, counted above 10 MiB. */
  ratio: number
}
export const defaultCaps: Caps = {
  totalBytes: 8 * 2 ** 30,
  fileBytes: 4 * 2 ** 30,
  entries: 200_000,
  ratio: 200,
}
const freeOfRatio = 10 * 2 ** 20

/** A file before it is read as XML. */
export interface RawFile {
  name: string
  bytes(): AsyncIterable<Uint8Array>
}

/** The XML files at a path: of a folder (with sub-folders), of a ZIP, or the file itself. */
export const openSource = async (path: string, caps: Caps): Promise<RawFile[]> => {
  const about = await stat(path).catch(() => {
    throw new UnreadableCatalog(path, null, 'нет такого файла или папки')
  })
  if (about.isDirectory()) return folderFiles(path, caps)
  if (about.size === 0) throw new UnreadableCatalog(path, null, 'файл пуст')
  if (await isZip(path)) return zipFiles(path, caps)
  return [onDisk(path, path.split(sep).at(-1) ?? path, about.size, caps)]
}

const onDisk = (path: string, name: string, size: number, caps: Caps): RawFile => {
  if (size > caps.fileBytes) throw new UnreadableCatalog(name, null, `файл больше ${caps.fileBytes} байт`)
  return { name, bytes: () => createReadStream(path, { highWaterMark: 262_144 }) }
}

const folderFiles = async (folder: string, caps: Caps): Promise<RawFile[]> => {
  const files: RawFile[] = []
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  for (const entry of entries) {
    if (!entry.isFile() || !isXml(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const { size } = await stat(path)
    files.push(onDisk(path, relative(folder, path).split(sep).join('/'), size, caps))
  }
  return files
}

export const isXml = (name: string): boolean => /\.xml$/i.test(name)

const isZip = async (path: string): Promise<boolean> => {
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1').startsWith('PK')
  } finally {
    await handle.close()
  }
}

const zipFiles = async (path: string, caps: Caps): Promise<RawFile[]> => {
  const zip = await openZip(path)
  const names: string[] = []
  let total = 0
  try {
    if (zip.entryCount > caps.entries)
      throw new UnreadableCatalog(path, null, 'в архиве слишком много файлов')
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry)
      total += entry.uncompressedSize
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
      if (total > caps.totalBytes || entry.uncompressedSize > caps.fileBytes)
        throw new UnreadableCatalog(path, null, `архив раскрывается больше, чем разрешено («${name}»)`)
      if (entry.uncompressedSize > freeOfRatio && ratio > caps.ratio)
        throw new UnreadableCatalog(
          path,
          null,
          `«${name}» сжат больше чем в ${caps.ratio} раз: похоже на бомбу`,
        )
      if (/(^|\/)\.\.(\/|$)|^[a-z]:|^\/|\0/i.test(name))
        throw new UnreadableCatalog(path, null, `недопустимое имя в архиве: «${name}»`)
      if (isXml(name)) names.push(name)
    }
  } catch (error) {
    throw broken(path, error)
  } finally {
    zip.close()
  }
  return names.map(name => ({ name, bytes: () => zipEntry(path, name) }))
}

async function* zipEntry(path: string, name: string): AsyncGenerator<Uint8Array> {
  const zip = await openZip(path)
  try {
    for await (const entry of zip.eachEntry()) {
      if (entryName(entry) !== name) continue
      // yauzl ends the stream with an error where it grows beyond the size declared.
      const stream = await zip.openReadStreamPromise(entry)
      for await (const chunk of stream) yield chunk
      return
    }
  } catch (error) {
    throw broken(path, error)
  } finally {
    zip.close()
  }
}

const openZip = async (path: string): Promise<ZipFile> => {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch (error) {
    throw broken(path, error)
  }
}

/** UTF-8 where the flag says so, cp866 otherwise; `\` is a separator (CML-14). */
const entryName = (entry: Entry): string =>
  new TextDecoder((entry.generalPurposeBitFlag & 0x800) === 0 ? 'ibm866' : 'utf-8')
    .decode(entry.fileNameRaw)
    .replaceAll('\\', '/')

const broken = (path: string, error: unknown): UnreadableCatalog =>
  error instanceof UnreadableCatalog
    ? error
    : new UnreadableCatalog(path, null, 'архив повреждён: отправьте его ещё раз')
