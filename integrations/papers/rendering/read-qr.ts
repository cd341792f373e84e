/** Reads an undamaged QR code of level M, so that what is printed can be compared with what was meant (DR-21). */

/** Codewords of data, and blocks they are spread over, for versions 1 … 20 at level M (ISO/IEC 18004, table 9). */
const dataCodewords = [
  ...[16, 28, 44, 64, 86, 108, 124, 154, 182, 216],
  ...[254, 290, 334, 365, 415, 453, 507, 563, 627, 669],
]
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

const masks: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  r => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** Modules as rows of booleans (dark = true), without the quiet zone → the bytes that one byte segment holds. */
export function readQr(modules: readonly (readonly boolean[])[]): Uint8Array {
  const size = modules.length
  const version = (size - 17) / 4
  const dark = (row: number, column: number): boolean => modules[row]?.[column] ?? false
  const format = formatBits(dark) ^ 0b101010000010010
  if (format >> 13 !== 0) throw new Error('not level M')
  const mask = masks[(format >> 10) & 7] ?? (() => false)
  const isFunction = functionModules(size, version)
  const bits: boolean[] = []
  let upward = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--
    for (let i = 0; i < size; i++) {
      const row = upward ? size - 1 - i : i
      for (const column of [right, right - 1]) {
        if (!isFunction(row, column)) bits.push(dark(row, column) !== mask(row, column))
      }
    }
    upward = !upward
  }
  return firstSegment(inOrder(bytesOf(bits), version), version)
}

function formatBits(dark: (row: number, column: number) => boolean): number {
  const places = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map(column => [8, column] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map(row => [row, 8] as const),
  ]
  return places.reduce((bits, [row, column]) => (bits << 1) | Number(dark(row, column)), 0)
}

/** Finders, timing, alignment, format and version: what holds no data. */
function functionModules(size: number, version: number): (row: number, column: number) => boolean {
  const centres = alignmentCentres(size, version)
  const last = size - 7
  return (row, column) => {
    if (row === 6 || column === 6) return true
    if ((row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9)) return true
    if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true
    return centres.some(y =>
      centres.some(x => {
        const onFinder = (x === 6 && (y === 6 || y === last)) || (y === 6 && x === last)
        return !onFinder && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2
      }),
    )
  }
}

function alignmentCentres(size: number, version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step)]
}

const bytesOf = (bits: boolean[]): number[] =>
  Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((byte, bit) => (byte << 1) | Number(bit), 0),
  )

/** Codewords of the blocks stand interleaved; the later blocks may be one longer. */
function inOrder(codewords: number[], version: number): number[] {
  const data = dataCodewords[version - 1] ?? 0
  const count = blockCounts[version - 1] ?? 1
  const short = Math.floor(data / count)
  const blocks = Array.from({ length: count }, (_, i) => ({
    length: i < count - (data % count) ? short : short + 1,
    words: [] as number[],
  }))
  let next = 0
  for (let i = 0; i <= short; i++) {
    for (const block of blocks) if (i < block.length) block.words.push(codewords[next++] ?? 0)
  }
  return blocks.flatMap(block => block.words)
}

function firstSegment(words: number[], version: number): Uint8Array {
  const bits = words.map(word => word.toString(2).padStart(8, '0')).join('')
  if (bits.slice(0, 4) !== '0100') throw new Error('not a byte segment')
  const countEnd = 4 + (version < 10 ? 8 : 16)
  const count = Number.parseInt(bits.slice(4, countEnd), 2)
  const at = (i: number) => Number.parseInt(bits.slice(countEnd + i * 8, countEnd + i * 8 + 8), 2)
  return Uint8Array.from({ length: count }, (_, i) => at(i))
}
