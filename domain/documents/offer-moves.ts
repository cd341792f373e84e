import { type MoveOf, moveIn } from '../shared/moves.ts'

/**
 * An offer: a draft within the author's limits is approved at once, above them it awaits approval; a rejected or
 * withdrawn one is a draft again; sending once more keeps it sent. A client may say yes or no to an approved one that
 * was read out and never mailed.
 */
export const offerMoves = {
  draft: { submit: 'awaiting_approval', approve: 'approved' },
  awaiting_approval: { approve: 'approved', reject: 'draft', withdraw: 'draft' },
  approved: { send: 'sent', accept: 'accepted', decline: 'declined', expire: 'expired' },
  sent: { send: 'sent', accept: 'accepted', decline: 'declined', expire: 'expired' },
  accepted: {},
  declined: {},
  expired: {},
} as const

export type OfferState = keyof typeof offerMoves
export type OfferMove = MoveOf<typeof offerMoves>

/** The state a move leads to, or undefined where there is no such move. */
export const afterOfferMove = (from: OfferState, move: string): OfferState | undefined =>
  moveIn<OfferState>(offerMoves, from, move)
