import { useListContext } from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'
import { ListPage } from '../shared/list/ListPage.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditRow } from './AuditRow.tsx'
import type { AuditRecord } from './audit-changes.ts'
import { useAuditNames } from './use-audit-names.ts'

/** The journal of changes: who changed what and when, old and new. The base writes it; nobody can change it. */
export const AuditPage = () => {
  const t = useWords()
  return (
    <ListPage<AuditRecord>
      resource="audit"
      title={t('audit.title')}
      sort={{ field: 'at', order: 'DESC' }}
      filters={<AuditFilters />}
      empty={t('audit.empty')}
    >
      <Entries />
    </ListPage>
  )
}

const Entries = () => {
  const { data = [] } = useListContext<AuditRecord>()
  const names = useAuditNames(data)
  return data.map(entry => <AuditRow key={entry.id} entry={entry} names={names} />)
}
