import { inflateRawSync } from 'node:zlib'

/**
 * One file out of a ZIP (a wheel). Own 30 lines, since set-up runs before any package is there.
 * @param {Buffer} zip
 * @param {(name: string) => boolean} wanted
 * @returns {Buffer | undefined}
 */
export function fileFromZip(zip, wanted) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) return undefined
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset))
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (wanted(name)) {
      const head = zip.readUInt32LE(at + 42)
      const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    }
    at += 46 + nameLength + extraLength + noteLength
  }
  return undefined
}

/**
 * The plain files of a TAR in order.
 * @param {Buffer} tar
 * @returns {{ name: string, mode: number, content: Buffer }[]}
 */
export function filesFromTar(tar) {
  const files = []
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (/** @type {number} */ from, /** @type {number} */ length) =>
      tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = text(0, 100)
    if (name === '') break
    const size = Number.parseInt(text(124, 12), 8) || 0
    const type = text(156, 1)
    if (type === '0' || type === '') {
      const mode = Number.parseInt(text(100, 8), 8) || 0o644
      files.push({ name, mode, content: tar.subarray(at + 512, at + 512 + size) })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
