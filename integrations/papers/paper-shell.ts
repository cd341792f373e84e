import { paperFontFaces } from './paper-fonts.ts'
import { paperStyle } from './paper-style.ts'

/** Says again to the browser what the printer's isolation enforces: nothing from outside, no scripts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

let faces: string | undefined

/** A template's output → one whole HTML page with style and fonts inside. */
export function wrapPaper(paper: {
  template: string
  title: string
  accent: string | null
  body: string
}): string {
  faces ??= paperFontFaces()
  return `<!doctype html>
<html lang="ru"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(paper.title)}</title>
<style>${faces}${paperStyle(paper)}</style></head>
<body class="${paper.template}">
${paper.body}
</body></html>`
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
