import { LinkBase } from 'react-admin'
import { day, dayAndTime, money, quantity } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet } from '../shared/look/parts.tsx'
import { recordPath } from '../shared/record-path.ts'
import { readingOf } from './audit-changes.ts'
import type { AuditNames } from './use-audit-names.ts'

interface AuditValueProps {
  resource: string
  field: string
  value: unknown
  names: AuditNames
}

/** A value of the journal as a person reads it: sums, dates, names, words of states. */
export const AuditValue = ({ resource, field, value, names }: AuditValueProps) => {
  const t = useWords()
  const locale = useLocale()
  const word = useWordOf()
  const reading = readingOf(field, value)
  switch (reading.as) {
    case 'nothing':
      return <Quiet>{t('audit.nothing')}</Quiet>
    case 'yes':
    case 'no':
      return t(`audit.${reading.as}`)
    case 'money':
      return <Digits>{money(reading.kopecks)}</Digits>
    case 'number':
      return <Digits>{quantity(reading.decimal)}</Digits>
    case 'moment':
      return <Digits>{dayAndTime(reading.at, locale)}</Digits>
    case 'day':
      return <Digits>{day(reading.on, locale)}</Digits>
    case 'person':
      return names.person(reading.id) ?? <Quiet>{t('audit.somebody')}</Quiet>
    case 'record':
      return (
        <LinkBase to={recordPath(reading.resource, reading.id)}>
          {names.client(reading.id) ?? word('one', reading.resource)}
        </LinkBase>
      )
    case 'many':
      return t('audit.many', { smart_count: reading.count })
    case 'data':
      return <Quiet>{t('audit.data')}</Quiet>
    case 'words':
      return spoken(reading.text)
  }

  function spoken(text: string): string {
    if (field === 'stage') return names.stage(text) ?? text
    if (field === 'status') return word(`status.${resource}`, text)
    if (field === 'because') return word('audit.because', text)
    if (field === 'kind' && resource === 'tasks') return word('tasks.kind', text)
    if (field === 'kind' && resource === 'department-requests') return word('requests.kind', text)
    if (field === 'source' && resource === 'payments') return word('payments.source', text)
    if (field === 'kind' || field === 'direction') return word(`interactions.${field}`, text)
    if (field === 'channel') return word('inquiries.channels', text)
    if (field === 'class') return word('companies.class', text)
    if (field === 'roles')
      return text
        .split(', ')
        .map(role => word('roles', role))
        .join(', ')
    return text.length > 160 ? `${text.slice(0, 160)}…` : text
  }
}
