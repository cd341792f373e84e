import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { BoardAnswer, DealAnswer } from '#server/sales/sales.contract.ts'
import type { Problem } from '../../shared/data/problem.ts'
import { useCommand } from '../../shared/verbs/use-command.ts'
import { movedOnBoard } from './moved-on-board.ts'

export interface Refused {
  dealId: string
  problem: Problem
}

/** Moves a card at once and takes it back when the server refuses, with the reason on the spot. */
export function useMoveOnBoard(queryKey: readonly unknown[]) {
  const client = useQueryClient()
  const [refused, setRefused] = useState<Refused | null>(null)
  const moving = useRef('')
  const { run } = useCommand<DealAnswer>('deals', 'move', {
    onRefused: ({ problem }) => {
      setRefused({ dealId: moving.current, problem })
      return true
    },
  })
  const move = async (id: string, to: string) => {
    const before = client.getQueryData<BoardAnswer>(queryKey)
    moving.current = id
    await client.cancelQueries({ queryKey })
    if (before) client.setQueryData(queryKey, movedOnBoard(before, id, to))
    const taken = await run(id, { to })
    if (!taken && before) client.setQueryData(queryKey, before)
  }
  return { move, refused, forget: () => setRefused(null) }
}
