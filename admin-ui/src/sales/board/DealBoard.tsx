import { DragDropContext, type DropResult } from '@hello-pangea/dnd'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import TextField from '@mui/material/TextField'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { BoardAnswer } from '#server/sales/sales.contract.ts'
import { call } from '../../shared/data/http.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Failure } from '../../shared/look/Failure.tsx'
import { PageHead } from '../../shared/look/Head.tsx'
import { nonce } from '../../shared/nonce.ts'
import { useSearchParams } from '../../shared/use-search-params.ts'
import { ViewSwitch } from '../ViewSwitch.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import { BoardSearch } from './BoardSearch.tsx'
import { BoardWaiting } from './BoardWaiting.tsx'
import { RefusedMove } from './RefusedMove.tsx'
import { useMoveOnBoard } from './use-move-on-board.ts'

const Columns = styled('div')(({ theme }) => ({
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: '264px',
  gap: theme.spacing(3),
  overflowX: 'auto',
  margin: theme.spacing(0, -6),
  padding: theme.spacing(0, 6, 4),
  scrollSnapType: 'x proximity',
  scrollPaddingInline: theme.spacing(6),
  [theme.breakpoints.down('md')]: {
    margin: theme.spacing(0, -3),
    padding: theme.spacing(0, 3, 4),
    scrollPaddingInline: theme.spacing(3),
    gridAutoColumns: 'min(84vw, 300px)',
  },
}))

/** Columns are the stages of the funnel; a card moves by hand, by keyboard or by its menu. */
export const DealBoard = () => {
  const t = useWords()
  const [search, change] = useSearchParams()
  const funnel = search.get('funnel')
  const q = search.get('q') ?? ''
  const queryKey = ['board', funnel, q]
  const asked = new URLSearchParams({ ...(funnel ? { funnelId: funnel } : {}), ...(q ? { q } : {}) })
  const { data, error, refetch } = useQuery({
    queryKey,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await call<BoardAnswer>(`/deals/board?${asked}`, { signal })).body,
  })
  const { move, refused, forget } = useMoveOnBoard(queryKey)
  const onDragEnd = ({ draggableId, destination, source }: DropResult) => {
    if (destination && destination.droppableId !== source.droppableId)
      void move(draggableId, destination.droppableId)
  }
  const funnels = data?.funnels ?? []
  return (
    <>
      <PageHead title={t('rooms.deals')}>
        <BoardSearch asked={q} onAsk={words => change({ q: words || null })} />
        {funnels.length > 1 && (
          <TextField
            select
            value={data?.funnelId ?? ''}
            onChange={event => change({ funnel: event.target.value })}
            slotProps={{ htmlInput: { 'aria-label': t('deals.funnel') } }}
            style={{ width: 'auto' }}
          >
            {funnels.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
        <ViewSwitch view="board" />
      </PageHead>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <BoardWaiting />}
      {data && (
        <DragDropContext
          onDragEnd={onDragEnd}
          dragHandleUsageInstructions={t('deals.drag_hint')}
          {...(nonce ? { nonce } : {})}
        >
          <Columns role="list" aria-label={t('deals.board')}>
            {data.columns.map(column => (
              <BoardColumn key={column.stage} column={column} onMove={move} />
            ))}
          </Columns>
        </DragDropContext>
      )}
      {refused && <RefusedMove {...refused} onClose={forget} />}
    </>
  )
}
