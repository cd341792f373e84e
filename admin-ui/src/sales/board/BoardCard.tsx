import type { DraggableProvided } from '@hello-pangea/dnd'
import { styled } from '@mui/material/styles'
import { LinkBase } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { money } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Digits, Line, OneLine, Quiet, Strong, Toned } from '../../shared/look/parts.tsx'
import { Term } from '../../shared/look/Term.tsx'
import { useWho } from '../use-who.ts'
import { MoveMenu } from '../verbs/MoveMenu.tsx'
import { TermBar } from './TermBar.tsx'

const Card = styled('article', { shouldForwardProp: name => name !== 'dragging' })<{ dragging: boolean }>(
  ({ theme, dragging }) => ({
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    padding: theme.spacing(3),
    marginBottom: theme.spacing(2),
    backgroundColor: theme.look.surface,
    border: `1px solid ${theme.look.hairline}`,
    borderRadius: theme.look.corner,
    overflow: 'hidden',
    ...(dragging ? { boxShadow: theme.look.shadow } : {}),
    '& a': { color: 'inherit', textDecoration: 'none' },
    '& a:hover': { color: theme.look.accent },
  }),
)
const Want = styled('span')(({ theme }) => ({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  fontSize: theme.look.size.small,
  lineHeight: 1.35,
}))

interface BoardCardProps {
  deal: DealAnswer
  provided: DraggableProvided
  dragging: boolean
  onMove: (id: string, to: string) => Promise<void>
}

/** Client, what he wants, sum, next step with its date, how far the term has run, whose turn it is. */
export const BoardCard = ({ deal, provided, dragging, onMove }: BoardCardProps) => {
  const t = useWords()
  const who = useWho()
  const [wait] = deal.waitsFor
  const theirs = wait?.who && wait.who !== 'owner' && wait.who !== deal.ownerName ? wait : undefined
  return (
    <Card
      ref={provided.innerRef}
      {...provided.draggableProps}
      {...provided.dragHandleProps}
      role="group"
      dragging={dragging}
    >
      <Line gap={2}>
        <Strong style={{ flex: 1 }}>
          <LinkBase to={`/deals/${deal.id}/show`}>
            <OneLine style={{ display: 'block' }}>{deal.companyName ?? deal.title}</OneLine>
          </LinkBase>
        </Strong>
        <MoveMenu deal={deal} onMove={onMove} />
      </Line>
      <Want>{deal.title}</Want>
      <Line gap={2}>
        <Digits>{deal.amountKopecks === null ? '' : money(deal.amountKopecks)}</Digits>
        <Quiet style={{ marginLeft: 'auto' }}>
          <OneLine>{deal.ownerName}</OneLine>
        </Quiet>
      </Line>
      {deal.status === 'open' && (
        <Line gap={2}>
          <Quiet style={{ flex: 1, minWidth: 0 }}>
            <OneLine style={{ display: 'block' }}>
              {deal.nextStep?.text ?? <Toned mood="you">{t('deals.nothing_planned')}</Toned>}
            </OneLine>
          </Quiet>
          {deal.nextStep && <Term due={deal.nextStep.dueAt} />}
        </Line>
      )}
      {theirs && <Quiet>{t('deals.waits', { what: theirs.what, who: who(deal, theirs) })}</Quiet>}
      <TermBar deal={deal} />
    </Card>
  )
}
