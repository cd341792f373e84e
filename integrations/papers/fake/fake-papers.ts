import { type Papers, PapersUnavailable } from '../papers.port.ts'
import { canonicalPdf, pageCount, sha256 } from '../pdf-identity.ts'
import { readPaperData } from '../read-paper-data.ts'

/** Papers without a browser: a valid PDF of one page that carries its order as JSON, made by the same border check. */
export function fakePapers({ unavailable = false } = {}): Papers {
  let closed = false
  const refuseWhenAway = (): void => {
    if (closed || unavailable) throw new PapersUnavailable(closed ? 'closed' : 'switched off')
  }
  return {
    async render({ template, data, title }) {
      refuseWhenAway()
      const pdf = canonicalPdf(
        tinyPdf(canonicalJson({ template, title, data: readPaperData(template, data) })),
      )
      return { pdf, sha256: sha256(pdf), pages: pageCount(pdf) }
    },
    async preview(template, data) {
      refuseWhenAway()
      const text = JSON.stringify(readPaperData(template, data), null, 2)
      return `<!doctype html><html lang="ru"><meta charset="utf-8"><pre>${escapeText(text)}</pre></html>`
    },
    async close() {
      closed = true
    },
  }
}

/** JSON whose text does not depend on the order in which fields were set. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function tinyPdf(content: string): Uint8Array {
  const hex = Buffer.from(content, 'utf8').toString('hex')
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <<>>>>',
    `<</CreationDate (D:20260101000000+00'00') /Content <${hex}>>>`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
