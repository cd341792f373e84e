import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrMatrix, qrSvg, quietZone } from './qr-svg.ts'
import { readQr } from './read-qr.ts'

const rows = (text: string): boolean[][] => {
  const { size, isDark } = qrMatrix(text)
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => isDark(row, column)),
  )
}

describe('The payment QR', () => {
  it('DR-21 says exactly the bytes it was made of, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), text => {
        expect(new TextDecoder().decode(readQr(rows(text)))).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('DR-21 has modules of 0.33 mm or more and four light ones around, however long the text', () => {
    for (const length of [20, 300, 480, 660]) {
      const svg = qrSvg('Ы'.repeat(length / 2))
      const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
      const width = Number(/width="([\d.]+)mm"/.exec(svg)?.[1])
      expect(width / side).toBeGreaterThanOrEqual(0.33 - 1e-9)
      expect(width).toBeGreaterThanOrEqual(30)
      const starts = [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(m => m.slice(1).map(Number))
      for (const [x = 0, y = 0, run = 0] of starts) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(quietZone)
        expect(Math.max(x + run, y + 1)).toBeLessThanOrEqual(side - quietZone)
      }
    }
  })
})
