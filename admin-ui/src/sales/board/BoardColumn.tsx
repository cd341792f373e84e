import { Draggable, Droppable } from '@hello-pangea/dnd'
import { styled, useTheme } from '@mui/material/styles'
import { LinkBase } from 'react-admin'
import type { BoardAnswer } from '#server/sales/sales.contract.ts'
import { moneyInShort, workingTime } from '../../shared/format.ts'
import { useLocale, useWords } from '../../shared/i18n/words.ts'
import { Badge, Digits, Line, OneLine, Quiet, Strong } from '../../shared/look/parts.tsx'
import { BoardCard } from './BoardCard.tsx'

const Column = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  scrollSnapAlign: 'start',
})
const Head = styled('header')(({ theme }) => ({
  display: 'grid',
  gap: 2,
  minHeight: 60,
  padding: theme.spacing(2, 1, 2),
  borderTop: '3px solid',
}))
const Cards = styled('div', { shouldForwardProp: name => name !== 'over' })<{ over: boolean }>(
  ({ theme, over }) => ({
    flex: 1,
    minHeight: 120,
    borderRadius: theme.look.corner,
    transition: `background-color ${theme.look.quick}`,
    ...(over ? { backgroundColor: theme.look.chosen } : {}),
  }),
)

interface BoardColumnProps {
  column: BoardAnswer['columns'][number]
  onMove: (id: string, to: string) => Promise<void>
}

/** A stage: its sum, count, norm and how many are late, then its cards. */
export const BoardColumn = ({ column, onMove }: BoardColumnProps) => {
  const t = useWords()
  const locale = useLocale()
  const { look } = useTheme()
  const { stage, name, hue, cards, count, sumKopecks, overdue, normWorkingMinutes } = column
  const rest = count - cards.length
  return (
    <Column role="listitem" aria-label={name}>
      <Head style={{ borderTopColor: look.hues[hue % look.hues.length]?.line }}>
        <Line gap={2}>
          <Strong>
            <OneLine style={{ display: 'block' }}>{name}</OneLine>
          </Strong>
          <Quiet>{count}</Quiet>
          {overdue > 0 && (
            <Badge mood="late" style={{ marginLeft: 'auto' }}>
              {t('deals.late', { smart_count: overdue })}
            </Badge>
          )}
        </Line>
        <Quiet>
          <Digits>{moneyInShort(sumKopecks, locale)}</Digits>
          {normWorkingMinutes !== null &&
            ` · ${t('deals.norm', { term: workingTime(normWorkingMinutes, locale) })}`}
        </Quiet>
      </Head>
      <Droppable droppableId={stage}>
        {({ innerRef, droppableProps, placeholder }, { isDraggingOver }) => (
          <Cards ref={innerRef} {...droppableProps} over={isDraggingOver}>
            {cards.map((deal, index) => (
              <Draggable key={deal.id} draggableId={deal.id} index={index} isDragDisabled={!deal.can.move}>
                {(provided, { isDragging }) => (
                  <BoardCard deal={deal} provided={provided} dragging={isDragging} onMove={onMove} />
                )}
              </Draggable>
            ))}
            {placeholder}
            {rest > 0 && (
              <LinkBase to={`/deals?view=list&filter=${encodeURIComponent(JSON.stringify({ stage }))}`}>
                {t('action.more', { smart_count: rest })}
              </LinkBase>
            )}
          </Cards>
        )}
      </Droppable>
    </Column>
  )
}
