import { describe, expect, it } from 'vitest'
import { dark, light, type Palette, type StateTone, stageHues } from './look-tokens.ts'

const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
const linear = (hex: string) =>
  channels(hex).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
const luminance = (hex: string) => dot(linear(hex), [0.2126, 0.7152, 0.0722])

/** Contrast by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each<[string, Palette]>([
  ['light', light],
  ['dark', dark],
])('colours of the %s theme', (_, palette) => {
  const grounds = [palette.paper, palette.surface, palette.raised, palette.hover, palette.chosen]

  it.each(['ink', 'second', 'accent'] as const)('%s is read at 4.5:1 on every ground', name => {
    for (const ground of grounds) expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each<StateTone>(['yours', 'failed', 'done', 'theirs'])(
    '%s is read at 4.5:1 on grounds and its own fill',
    tone => {
      const { text, soft } = palette.states[tone]
      for (const ground of [...grounds, soft]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.ink, soft)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('text on a primary button is read', () => {
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5)
  })

  it('a stage is marked at 3:1 and its fill carries ink', () => {
    const theme = palette === light ? 'light' : 'dark'
    for (const hue of stageHues) {
      expect(contrast(hue[theme].line, palette.surface), hue.name).toBeGreaterThanOrEqual(3)
      expect(contrast(palette.ink, hue[theme].soft), hue.name).toBeGreaterThanOrEqual(4.5)
    }
  })
})

/** Severe colour blindness by Machado, Oliveira and Fernandes (2009), in linear RGB. */
const eyes: Record<string, number[][]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** What such an eye sees, in Oklab, where distances follow perception. */
function seen(hex: string, eye: number[][]): number[] {
  const rgb = eye.map(row => Math.max(0, dot(row, linear(hex))))
  const cones = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ].map(row => Math.cbrt(dot(row, rgb)))
  return [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ].map(row => dot(row, cones))
}

describe.each(Object.entries(eyes))('stages for %s sight', (_, eye) => {
  it.each(['light', 'dark'] as const)('all eight stay apart in the %s theme', theme => {
    const colours = stageHues.map(hue => seen(hue[theme].line, eye))
    for (const [i, a] of colours.entries())
      for (const b of colours.slice(0, i))
        expect(Math.hypot(...a.map((x, k) => x - (b[k] ?? 0)))).toBeGreaterThan(0.08)
  })
})
