import { addQuantity, compareQuantity, minQuantity, subtractQuantity } from '#domain/shared/quantity.ts'
import type { RequestAnswer } from '#server/requests/requests.contract.ts'

export type RequestLine = RequestAnswer['lines'][number]

/** What is still to be picked of a line, also what was missing: it may have come by now. */
export function leftToPick({ quantity, pickedQuantity }: RequestLine): string {
  const left = subtractQuantity(quantity, pickedQuantity)
  return compareQuantity(left, '0') < 0 ? '0' : left
}

/** Picked and not yet shipped. */
export const readyToShip = ({ pickedQuantity, shippedQuantity }: RequestLine): string =>
  subtractQuantity(pickedQuantity, shippedQuantity)

/** Whole percents of the lines' quantities that are picked. */
export function pickedShare(lines: readonly RequestLine[]): number {
  const shares = lines.map(({ quantity, pickedQuantity }) => Number(pickedQuantity) / Number(quantity))
  return lines.length === 0
    ? 0
    : Math.round((100 * shares.reduce((all, share) => all + Math.min(1, share), 0)) / lines.length)
}

/** One more or one less, never below zero nor above what is left. */
export function stepped(current: string, by: 1 | -1, most: string): string {
  const next = by === 1 ? addQuantity(current, '1') : subtractQuantity(current, '1')
  return compareQuantity(next, '0') < 0 ? '0' : minQuantity(next, most)
}

/** The line a scanned code belongs to: by article, exactly, first one that is not all picked. */
export function scannedLine(lines: readonly RequestLine[], code: string): RequestLine | undefined {
  const wanted = code.trim().toLowerCase()
  const fits = lines.filter(({ sku }) => sku?.toLowerCase() === wanted)
  return fits.find(line => compareQuantity(leftToPick(line), '0') > 0) ?? fits[0]
}
