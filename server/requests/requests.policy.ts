import type { DepartmentRequest, RequestLineView } from '#domain/requests/department-request.entity.ts'
import { afterRequestMove, type RequestMove } from '#domain/requests/request-moves.ts'
import { isPositive, subtractQuantity } from '#domain/shared/quantity.ts'
import { type Actor, hasRole } from '../shared/actor.ts'

export type RequestFacts = Pick<DepartmentRequest, 'seatId' | 'authorId' | 'status' | 'lines'>

/** A request is worked by the people of the department it is addressed to, and by those who stand in for them. */
export const mayWork = (actor: Actor, { seatId }: Pick<RequestFacts, 'seatId'>): boolean =>
  seatId != null && actor.seats.includes(seatId)

/** It is taken back by who asked, by the client's manager, those who stand in for them, and the heads above. */
export const mayCancel = (
  actor: Actor,
  { authorId }: Pick<RequestFacts, 'authorId'>,
  clientOwnerId: string | undefined,
): boolean =>
  hasRole(actor, 'director') ||
  (hasRole(actor, 'manager', 'head') &&
    [authorId, clientOwnerId].some(person => person != null && actor.owners.includes(person)))

/** What is picked and has not left. */
export const readyToShip = ({ pickedQuantity, shippedQuantity }: RequestLineView): string =>
  subtractQuantity(pickedQuantity, shippedQuantity)

/** What the caller may do with the request now; buttons and routes read the same. */
export function requestVerbs(actor: Actor, request: RequestFacts, clientOwnerId: string | undefined) {
  const { status, lines } = request
  const works = mayWork(actor, request)
  const can = (move: RequestMove) => afterRequestMove(status, move) !== undefined
  const ready = lines.some(line => isPositive(readyToShip(line)))
  const left = lines.some(({ shippedQuantity }) => isPositive(shippedQuantity))
  const missing = lines.some(line => isPositive(subtractQuantity(line.quantity, line.pickedQuantity)))
  return {
    take: works && can('take'),
    pick: works && can('pick') && missing,
    report_shortage: works && can('report_shortage') && missing,
    ship: works && can('ship') && ready,
    done: works && can('done') && !ready && (left || lines.length === 0),
    refuse: works && can('refuse') && !left,
    cancel: mayCancel(actor, request, clientOwnerId) && can('cancel') && !left,
  }
}
