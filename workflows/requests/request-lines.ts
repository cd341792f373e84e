import type { LinePart, RequestLine } from '#domain/requests/request-plan.ts'
import { addQuantity, compareQuantity, minQuantity, subtractQuantity } from '#domain/shared/quantity.ts'

/** Lines with the parts laid ready; what was missing of them shrinks to what is still not picked. */
export const pickLines = (lines: readonly RequestLine[], parts: readonly LinePart[]): RequestLine[] =>
  withParts(lines, parts, (line, quantity) => {
    const pickedQuantity = addQuantity(line.pickedQuantity, quantity)
    const unpicked = subtractQuantity(line.quantity, pickedQuantity)
    return { ...line, pickedQuantity, shortQuantity: minQuantity(line.shortQuantity, unpicked) }
  })

/** Lines with what cannot be found; a new report replaces the line's old one. */
export const shortenLines = (lines: readonly RequestLine[], parts: readonly LinePart[]): RequestLine[] =>
  withParts(lines, parts, (line, shortQuantity) => ({ ...line, shortQuantity }))

/** Lines with the parts that left. */
export const shipLines = (lines: readonly RequestLine[], parts: readonly LinePart[]): RequestLine[] =>
  withParts(lines, parts, (line, quantity) => ({
    ...line,
    shippedQuantity: addQuantity(line.shippedQuantity, quantity),
  }))

/** What may still be picked of a line. */
export const pickable = (line: RequestLine): string => subtractQuantity(line.quantity, line.pickedQuantity)
/** What is picked and has not left. */
export const shippable = (line: RequestLine): string =>
  subtractQuantity(line.pickedQuantity, line.shippedQuantity)

/** All that is picked and has not left, as parts to ship. */
export const readyToLeave = (lines: readonly RequestLine[]): LinePart[] =>
  lines.flatMap(line => {
    const quantity = shippable(line)
    return compareQuantity(quantity, '0') > 0 ? [{ lineId: line.lineId, quantity }] : []
  })

export const allShipped = (lines: readonly RequestLine[]): boolean =>
  lines.length > 0 && lines.every(line => compareQuantity(line.shippedQuantity, line.quantity) >= 0)
export const anyShipped = (lines: readonly RequestLine[]): boolean =>
  lines.some(line => compareQuantity(line.shippedQuantity, '0') > 0)

const withParts = (
  lines: readonly RequestLine[],
  parts: readonly LinePart[],
  change: (line: RequestLine, quantity: string) => RequestLine,
): RequestLine[] =>
  lines.map(line => {
    const part = parts.find(({ lineId }) => lineId === line.lineId)
    return part ? change(line, part.quantity) : line
  })
