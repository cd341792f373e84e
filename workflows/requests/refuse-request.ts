import { afterRequestMove } from '#domain/requests/request-moves.ts'
import type { LinePart, RequestLine } from '#domain/requests/request-plan.ts'
import { compareQuantity } from '#domain/shared/quantity.ts'
import { type Refusal, refusal } from '../shared/refusal.ts'
import { anyShipped, pickable, shippable } from './request-lines.ts'
import type { RequestCommand, RequestProcessState } from './request-state.ts'

/** Why a command is refused now; null when nothing speaks against it. A repeat of a taken command is let through. */
export function refuseRequest(
  state: RequestProcessState,
  command: RequestCommand & { requestId: string },
): Refusal | null {
  if (state.requests.includes(command.requestId)) return null
  if (!afterRequestMove(state.status, command.is)) return notNow(state)
  switch (command.is) {
    case 'take':
      return null
    case 'pick':
      return (
        badParts(state.lines, command.lines) ?? tooMuch(state, command.lines, pickable, 'PicksMoreThanAsked')
      )
    case 'report_shortage':
      return (
        badParts(state.lines, command.lines) ?? tooMuch(state, command.lines, pickable, 'PicksMoreThanAsked')
      )
    case 'ship':
      if (state.shipments.includes(command.shipmentId))
        return refusal('Conflict', { shipmentId: command.shipmentId })
      return (
        badParts(state.lines, command.lines) ??
        tooMuch(state, command.lines, shippable, 'ShipsMoreThanPicked')
      )
    case 'done':
      return mayFinish(state.lines) ? null : notNow(state)
    case 'refuse':
    case 'cancel':
      if (anyShipped(state.lines)) return notNow(state)
      return command.reason.trim() ? null : refusal('ReasonRequired')
  }
}

const notNow = (state: RequestProcessState): Refusal =>
  refusal('RequestMoveNotAllowed', { status: state.status })

/** A request without lines may always be finished; with lines something has left and nothing lies ready. */
const mayFinish = (lines: readonly RequestLine[]): boolean =>
  lines.length === 0 ||
  (anyShipped(lines) && lines.every(line => compareQuantity(shippable(line), '0') === 0))

/** Each part names a line of the request once and a positive quantity. */
function badParts(lines: readonly RequestLine[], parts: readonly LinePart[]): Refusal | null {
  if (parts.length === 0) return refusal('NoLines')
  const seen = new Set<string>()
  for (const { lineId, quantity } of parts) {
    if (!lines.some(line => line.lineId === lineId) || seen.has(lineId))
      return refusal('NotFound', { lineId })
    seen.add(lineId)
    if (!isPositiveQuantity(quantity)) return refusal('BadQuantity', { value: quantity, lineId })
  }
  return null
}

const isPositiveQuantity = (quantity: string): boolean =>
  /^\d{1,18}(\.\d{1,6})?$/.test(quantity) && compareQuantity(quantity, '0') > 0

function tooMuch(
  state: RequestProcessState,
  parts: readonly LinePart[],
  allowed: (line: RequestLine) => string,
  code: 'PicksMoreThanAsked' | 'ShipsMoreThanPicked',
): Refusal | null {
  for (const { lineId, quantity } of parts) {
    const line = state.lines.find(one => one.lineId === lineId)
    const limit = line ? allowed(line) : '0'
    if (compareQuantity(quantity, limit) > 0)
      return refusal(
        code,
        code === 'PicksMoreThanAsked' ? { lineId, asked: limit } : { lineId, picked: limit },
      )
  }
  return null
}
