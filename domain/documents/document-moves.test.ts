import { describe, expect, it } from 'vitest'
import { faultsOfMoves, movesFrom } from '../shared/moves.ts'
import { afterContractMove, contractMoves } from './contract-moves.ts'
import { afterInvoiceMove, type InvoiceState, invoiceMoves, isOwed } from './invoice-moves.ts'
import { afterOfferMove, offerMoves } from './offer-moves.ts'

describe('moves of documents', () => {
  it.each([
    ['offer', offerMoves, ['accepted', 'declined', 'expired']],
    ['invoice', invoiceMoves, ['paid', 'void']],
    ['contract', contractMoves, ['terminated']],
  ])('the %s has no dead, endless or unreachable state', (_, table, ends) => {
    expect(faultsOfMoves(table, 'draft', ends)).toEqual([])
  })

  it('an offer within limits needs no one, above them an approval, and a rejected one is a draft again', () => {
    expect(afterOfferMove('draft', 'approve')).toBe('approved')
    expect(afterOfferMove('draft', 'submit')).toBe('awaiting_approval')
    expect(afterOfferMove('awaiting_approval', 'reject')).toBe('draft')
    expect(afterOfferMove('draft', 'send')).toBeUndefined()
    expect(afterOfferMove('draft', 'accept')).toBeUndefined()
    expect(afterOfferMove('approved', 'accept')).toBe('accepted')
    expect(afterOfferMove('accepted', 'decline')).toBeUndefined()
  })

  it('an invoice with money on it is not voided, an overdue one stays so until paid in full', () => {
    expect(afterInvoiceMove('partly_paid', 'void')).toBeUndefined()
    expect(afterInvoiceMove('paid', 'void')).toBeUndefined()
    expect(afterInvoiceMove('overdue', 'pay_part')).toBe('overdue')
    expect(afterInvoiceMove('overdue', 'pay')).toBe('paid')
    expect(afterInvoiceMove('paid', 'unpay')).toBe('issued')
    const states: InvoiceState[] = ['issued', 'partly_paid', 'overdue', 'paid', 'void', 'draft']
    expect(states.map(isOwed)).toEqual([true, true, true, false, false, false])
  })

  it('a contract is signed only when the lawyer has approved it', () => {
    expect(afterContractMove('draft', 'sign')).toBeUndefined()
    expect(afterContractMove('approved', 'sign')).toBe('signed')
    expect(movesFrom(contractMoves, 'signed')).toEqual(['terminate'])
  })

  it('words from outside are not moves', () => {
    for (const word of ['constructor', 'toString', '__proto__', ''])
      expect(afterOfferMove('draft', word)).toBeUndefined()
  })
})

describe('the check of move tables', () => {
  it('finds what cannot be left, reached or does not exist', () => {
    const table = { draft: { go: 'lost', stay: 'draft' }, trap: { spin: 'trap' }, done: {}, stuck: {} }
    expect(faultsOfMoves(table, 'draft', ['done', 'gone'])).toEqual([
      'gone is not in the table',
      'draft leads to lost, which does not exist',
      'trap is never reached',
      'done is never reached',
      'stuck is never reached',
      'draft never comes to an end',
      'trap never comes to an end',
      'stuck never comes to an end',
    ])
  })
})
