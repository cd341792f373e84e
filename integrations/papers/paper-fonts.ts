import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const weights = [400, 500, 600] as const

/** The family of every paper; the package's own name for it. */
export const paperFont = 'Golos Text'

/**
 * All faces of the paper font as CSS with the files inside, so that nothing is fetched while a paper is made.
 * Cyrillic, Latin and their extensions: ₽ sits in latin-ext, № in cyrillic.
 */
export function paperFontFaces(): string {
  return weights.map(weight => facesOf(require.resolve(`@fontsource/golos-text/${weight}.css`))).join('\n')
}

function facesOf(stylesheet: string): string {
  const folder = dirname(stylesheet)
  return readFileSync(stylesheet, 'utf8')
    .replaceAll(/\/\*.*?\*\//g, '')
    .replaceAll(/font-display: swap;\s*/g, '')
    .replaceAll(/src: url\(([^)]+\.woff2)\)[^;]*;/g, (_, file: string) => {
      const bytes = readFileSync(join(folder, file)).toString('base64')
      return `src: url(data:font/woff2;base64,${bytes}) format('woff2');`
    })
}
