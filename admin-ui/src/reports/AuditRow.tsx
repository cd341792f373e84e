import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { Fragment, useState } from 'react'
import { LinkBase } from 'react-admin'
import { dayAndTime } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet, Strong } from '../shared/look/parts.tsx'
import { recordPath } from '../shared/record-path.ts'
import { AuditValue } from './AuditValue.tsx'
import { type AuditRecord, changedInside, changesOf, type FieldChange, nameOf } from './audit-changes.ts'
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
    gridTemplateColumns: 'minmax(0, 160px) minmax(0, 1fr)',
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
    '& dl': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
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
  // One line behind a button would take as much room as the button.
  const folded = !all && changes.length > atFirst + 1
  const shown = folded ? changes.slice(0, atFirst) : changes
  const { resource, recordId, companyId, verb } = entry
  const whose = companyId ? names.client(companyId) : names.person(recordId)
  const name = nameOf(entry)
  const title = [word('audit.resource', resource), name, whose !== name && whose].filter(Boolean).join(' · ')
  const linked = withPage.has(resource) && verb !== 'delete'
  return (
    <Row>
      <Quiet title={new Date(entry.at).toLocaleString(locale)}>
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
            {shown.map(change => (
              <Fragment key={change.field}>
                <dt>{word('audit.field', change.field)}</dt>
                <dd>
                  <Change entry={entry} change={change} names={names} />
                </dd>
              </Fragment>
            ))}
          </dl>
        )}
        {changes.length > atFirst + 1 && (
          <Button
            size="small"
            color="inherit"
            style={{ marginLeft: -10 }}
            onClick={() => setAll(!all)}
            aria-expanded={all}
          >
            {all ? t('audit.less') : t('action.more', { smart_count: changes.length - atFirst })}
          </Button>
        )}
      </div>
    </Row>
  )
}

interface ChangeProps {
  entry: AuditRecord
  change: FieldChange
  names: AuditNames
}

const Change = ({ entry: { resource, verb }, change, names }: ChangeProps) => {
  const t = useWords()
  const { field, was, became } = change
  const value = (one: unknown) => <AuditValue resource={resource} field={field} value={one} names={names} />
  if (verb === 'delete') return value(was)
  if (verb === 'insert') return value(became)
  if (changedInside(change)) return <Quiet>{t('audit.inside')}</Quiet>
  return (
    <>
      {value(was)}
      <b>→</b>
      {value(became)}
    </>
  )
}
