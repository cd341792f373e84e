const sniffBytes = 65_536
const known = new Set([
  'windows-1251',
  'utf-8',
  'utf-16le',
  'utf-16be',
  'koi8-r',
  'ibm866',
  'windows-1252',
  'iso-8859-5',
])

/** Bytes → text, by BOM, declaration and what the first 64 KiB are (CML-50). Never fails: it warns. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  warn: (sentence: string) => void,
): AsyncGenerator<string> {
  let head: Uint8Array | undefined = new Uint8Array(0)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let damaged = false
  const checked = (text: string) => {
    if (!damaged && text.includes('\ufffd')) {
      damaged = true
      warn('есть байты, которых нет в кодировке файла: они показаны знаком «\ufffd»')
    }
    return text
  }
  for await (const chunk of bytes) {
    if (head) {
      head = Buffer.concat([head, chunk])
      if (head.length < sniffBytes) continue
      decoder = new TextDecoder(sniffEncoding(head.subarray(0, sniffBytes), warn))
      yield checked(decoder.decode(head, { stream: true }))
      head = undefined
    } else if (decoder) yield checked(decoder.decode(chunk, { stream: true }))
  }
  decoder ??= new TextDecoder(sniffEncoding(head ?? new Uint8Array(0), warn))
  yield checked(head ? decoder.decode(head) : decoder.decode())
}

/** The encoding of a file by its first bytes, as a label of TextDecoder. */
export const sniffEncoding = (head: Uint8Array, warn: (sentence: string) => void): string => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  const declared = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    Buffer.from(head.subarray(0, 1024)).toString('latin1'),
  )?.[1]
  const label = declared && labelOf(declared)
  if (label && label !== 'utf-8') return label
  if (declared && !label) warn(`кодировка «${declared}» неизвестна, определена по содержимому`)
  if (isUtf8(head)) return 'utf-8'
  if (label === 'utf-8') warn('в заголовке указана UTF-8, но текст в windows-1251: прочитан как windows-1251')
  return 'windows-1251'
}

const labelOf = (declared: string): string | undefined => {
  const name = /^(cp-?|x-)?(1251|866)$/i.exec(declared)?.[2]
  try {
    const label = new TextDecoder(name === '1251' ? 'windows-1251' : name === '866' ? 'ibm866' : declared)
      .encoding
    // UTF-16 without a BOM or a zero byte in its first sign is not UTF-16.
    return known.has(label) && !label.startsWith('utf-16') ? label : undefined
  } catch {
    return undefined
  }
}

const isUtf8 = (head: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
