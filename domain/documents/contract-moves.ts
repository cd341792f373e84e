import { type MoveOf, moveIn } from '../shared/moves.ts'

/** A contract: through the lawyer to the signature; a rejected or withdrawn one is a draft again. */
export const contractMoves = {
  draft: { submit: 'awaiting_approval' },
  awaiting_approval: { approve: 'approved', reject: 'draft', withdraw: 'draft' },
  approved: { sign: 'signed' },
  signed: { terminate: 'terminated' },
  terminated: {},
} as const

export type ContractState = keyof typeof contractMoves
export type ContractMove = MoveOf<typeof contractMoves>

/** The state a move leads to, or undefined where there is no such move. */
export const afterContractMove = (from: ContractState, move: string): ContractState | undefined =>
  moveIn<ContractState>(contractMoves, from, move)
