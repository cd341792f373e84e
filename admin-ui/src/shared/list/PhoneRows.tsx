import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { LinkBase, type RaRecord } from 'react-admin'
import { Line, OneLine, Quiet, Strong } from '../look/parts.tsx'

/** A row as it stands on a phone: two lines and what is at the right. */
export type PhoneRow<T> = (record: T) => { to: string; title: ReactNode; note: ReactNode; right?: ReactNode }

const Way = styled(LinkBase)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(3),
  minHeight: theme.look.bigRow,
  padding: theme.spacing(2, 3),
  color: 'inherit',
  textDecoration: 'none',
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:last-of-type': { borderBottom: 0 },
  '& > div:first-of-type': { flex: 1, minWidth: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
}))

export const PhoneRows = <T extends RaRecord>({ rows, row }: { rows: T[]; row: PhoneRow<T> }) => (
  <>
    {rows.map(record => {
      const { to, title, note, right } = row(record)
      return (
        <Way key={record.id} to={to}>
          <div>
            <Strong>
              <OneLine style={{ display: 'block' }}>{title}</OneLine>
            </Strong>
            <Quiet>
              <OneLine style={{ display: 'block' }}>{note}</OneLine>
            </Quiet>
          </div>
          {right && <Line gap={2}>{right}</Line>}
        </Way>
      )
    })}
  </>
)
