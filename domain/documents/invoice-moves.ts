import { type MoveOf, moveIn } from '../shared/moves.ts'

/**
 * An invoice: it gets its number at issue, straight from a draft or by the approval. Money moves it on and, when
 * a match is undone, back; an overdue one stays overdue until paid in full. One with money on it cannot be voided.
 */
export const invoiceMoves = {
  draft: { submit: 'awaiting_approval', issue: 'issued', void: 'void' },
  awaiting_approval: { approve: 'issued', issue: 'issued', reject: 'draft', withdraw: 'draft', void: 'void' },
  issued: { send: 'issued', pay_part: 'partly_paid', pay: 'paid', fall_due: 'overdue', void: 'void' },
  partly_paid: {
    send: 'partly_paid',
    pay_part: 'partly_paid',
    pay: 'paid',
    unpay: 'issued',
    unpay_part: 'partly_paid',
    fall_due: 'overdue',
  },
  overdue: {
    send: 'overdue',
    pay_part: 'overdue',
    pay: 'paid',
    unpay: 'overdue',
    unpay_part: 'overdue',
    void: 'void',
  },
  paid: { send: 'paid', unpay: 'issued', unpay_part: 'partly_paid' },
  void: {},
} as const

export type InvoiceState = keyof typeof invoiceMoves
export type InvoiceMove = MoveOf<typeof invoiceMoves>

/** The state a move leads to, or undefined where there is no such move. */
export const afterInvoiceMove = (from: InvoiceState, move: string): InvoiceState | undefined =>
  moveIn<InvoiceState>(invoiceMoves, from, move)

/** Whether the client still owes on an invoice of this state. */
export const isOwed = (state: InvoiceState): boolean => afterInvoiceMove(state, 'pay') !== undefined
