import QRCode from 'qrcode'

/** ГОСТ Р 56042 and DR-21: a module is at least 0.33 mm when printed; look.md: 30 mm wide where that suffices. */
const smallestModuleMm = 0.33
const usualWidthMm = 30
/** Four light modules all round, or scanners lose the edge. */
export const quietZone = 4

/** The modules of a QR code: `size` per side, `isDark(row, column)`. One byte segment in UTF-8, level M. */
export function qrMatrix(text: string): { size: number; isDark: (row: number, column: number) => boolean } {
  const bytes = new TextEncoder().encode(text)
  const { modules } = QRCode.create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) }
}

/** A QR code as an SVG of its own size: one path, a rectangle per run of dark modules, so that no seams print. */
export function qrSvg(text: string): string {
  const { size, isDark } = qrMatrix(text)
  const side = size + 2 * quietZone
  const widthMm = Math.max(usualWidthMm, side * smallestModuleMm)
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      if (!isDark(row, from)) continue
      let to = from
      while (to < size && isDark(row, to)) to++
      path += `M${from + quietZone} ${row + quietZone}h${to - from}v1h-${to - from}z`
      from = to
    }
  }
  return (
    `<svg class="qr" role="img" aria-label="QR-код для оплаты" xmlns="http://www.w3.org/2000/svg" ` +
    `viewBox="0 0 ${side} ${side}" width="${widthMm}mm" height="${widthMm}mm" shape-rendering="crispEdges">` +
    `<path d="${path}"/></svg>`
  )
}
