import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { LinkBase } from 'react-admin'
import { dayAndTime } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet, Strong } from '../shared/look/parts.tsx'
import { recordPath } from '../shared/record-path.ts'
import { AuditValue } from './AuditValue.tsx'
import { type AuditRecord, changesOf, nameOf } from './audit-changes.ts'
import type { AuditNames } from './use-audit-names.ts'

const Row = styled('article')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '116px 190px minmax(0, 1fr)',
  gap: theme.spacing(1, 4),
  padding: theme.spacing(2.5, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:last-of-type': { borderBottom: 0 },
  '& dl': {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 3),
    margin: theme.spacing(1, 0, 0),
    fontSize: theme.look.size.small,
  },
  '& dt': { color: theme.look.ink2 },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  '& dd > b': { fontWeight: 'inherit', color: theme.look.ink2, padding: theme.spacing(0, 1.5) },
  [theme.breakpoints.down('md')]: {
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(2.5, 3),
    '& > div': { gridColumn: '1 / -1' },
  },
}))

/** Records that have a page of their own; the others are told by name. */
const withPage = new Set([
  'approvals',
  'companies',
  'contracts',
  'deals',
  'department-requests',
  'inquiries',
  'invoices',
  'letters',
  'offers',
  'payments',
  'tasks',
  'users',
])
const atFirst = 4

/** Who did what to which record, and each changed field: what it was, what it became. */
export const AuditRow = ({ entry, names }: { entry: AuditRecord; names: AuditNames }) => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const changes = changesOf(entry)
  const shown = all ? changes : changes.slice(0, atFirst)
  const { resource, recordId, companyId, verb } = entry
  const title = [word('audit.resource', resource), nameOf(entry)].filter(Boolean).join(' · ')
  const linked = withPage.has(resource) && verb !== 'delete'
  return (
    <Row>
      <Quiet>
        <Digits>{dayAndTime(entry.at, locale)}</Digits>
      </Quiet>
      <span>{entry.actorName ?? <Quiet>{t(entry.actor ? 'audit.somebody' : 'audit.system')}</Quiet>}</span>
      <div>
        <Strong>
          {linked ? <LinkBase to={recordPath(resource, recordId, companyId)}>{title}</LinkBase> : title}
        </Strong>{' '}
        <Quiet>{word('audit.verb', verb)}</Quiet>
        {shown.length > 0 && (
          <dl>
            {shown.map(({ field, was, became }) => (
              <Change key={field} name={word('audit.field', field)}>
                {verb === 'update' && (
                  <>
                    <AuditValue resource={resource} field={field} value={was} names={names} />
                    <b>→</b>
                  </>
                )}
                <AuditValue
                  resource={resource}
                  field={field}
                  value={verb === 'delete' ? was : became}
                  names={names}
                />
              </Change>
            ))}
          </dl>
        )}
        {changes.length > atFirst && (
          <Button size="small" color="inherit" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('audit.less') : t('action.more', { smart_count: changes.length - atFirst })}
          </Button>
        )}
      </div>
    </Row>
  )
}

const Change = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)
