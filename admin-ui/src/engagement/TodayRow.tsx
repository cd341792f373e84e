import { styled } from '@mui/material/styles'
import { LinkBase } from 'react-admin'
import { money } from '../shared/format.ts'
import { Digits, OneLine, Quiet, Strong } from '../shared/look/parts.tsx'
import { Term } from '../shared/look/Term.tsx'
import { TodayAction } from './TodayAction.tsx'
import { pathOfItem, type TodayItem } from './today-item.ts'

const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto auto',
  alignItems: 'center',
  gap: theme.spacing(1, 4),
  minHeight: theme.look.row + 12,
  padding: theme.spacing(2, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:last-of-type': { borderBottom: 0 },
  '&:hover': { backgroundColor: theme.look.hover },
  [theme.breakpoints.down('sm')]: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: theme.spacing(2.5, 3),
    '& > a:first-of-type': { gridColumn: '1 / -1' },
  },
}))
const What = styled(LinkBase)(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2,
  color: 'inherit',
  textDecoration: 'none',
  '&:hover > :first-of-type': { color: theme.look.accent },
}))

/** One thing to do: what, for whom, why now, until when, and the button. */
export const TodayRow = ({ item }: { item: TodayItem }) => (
  <Row>
    <What to={pathOfItem(item)}>
      <Strong>
        <OneLine style={{ display: 'block' }}>{item.what}</OneLine>
      </Strong>
      <Quiet>
        <OneLine style={{ display: 'block' }}>
          {[item.who, item.why].filter(Boolean).join(' · ')}
          {item.amountKopecks !== null && (
            <>
              {' · '}
              <Digits>{money(item.amountKopecks)}</Digits>
            </>
          )}
        </OneLine>
      </Quiet>
    </What>
    <Term due={item.dueAt} overdue={item.overdue} />
    <TodayAction item={item} />
  </Row>
)
