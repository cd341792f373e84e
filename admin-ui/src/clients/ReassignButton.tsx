import { AutocompleteInput, ReferenceInput, required } from 'react-admin'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'

/** Hands the client to another manager. */
export const ReassignButton = ({ company }: { company: CompanyAnswer }) => {
  const t = useWords()
  return (
    <AskButton
      resource="companies"
      record={company}
      verb="reassign"
      label="companies.reassign"
      done="companies.reassigned"
    >
      <ReferenceInput
        source="ownerId"
        reference="users"
        filter={{ active: true, role: 'manager' }}
        sort={{ field: 'name', order: 'ASC' }}
      >
        <AutocompleteInput
          label={t('field.owner')}
          optionText="name"
          filterToQuery={(q: string) => (q ? { q } : {})}
          validate={required()}
        />
      </ReferenceInput>
    </AskButton>
  )
}
