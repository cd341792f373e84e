import type { BoardAnswer } from '#server/sales/sales.contract.ts'

/** The board as it will stand when the move is taken; the server's answer replaces it. */
export function movedOnBoard(board: BoardAnswer, id: string, to: string): BoardAnswer {
  const deal = board.columns.flatMap(({ cards }) => cards).find(card => card.id === id)
  if (!deal || deal.stage === to) return board
  const sum = deal.amountKopecks ?? 0
  const columns = board.columns.map(column => {
    if (column.stage === deal.stage) {
      const cards = column.cards.filter(card => card.id !== id)
      return { ...column, count: column.count - 1, sumKopecks: column.sumKopecks - sum, cards }
    }
    if (column.stage !== to) return column
    const cards = [{ ...deal, stage: to, stageName: column.name }, ...column.cards]
    return { ...column, count: column.count + 1, sumKopecks: column.sumKopecks + sum, cards }
  })
  return { ...board, columns }
}
