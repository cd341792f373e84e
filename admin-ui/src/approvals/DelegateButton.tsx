import { AutocompleteInput, ReferenceInput, required } from 'react-admin'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'

/** Hands one's turn to a colleague. */
export const DelegateButton = ({ approval }: { approval: ApprovalAnswer }) => {
  const t = useWords()
  return (
    <AskButton
      resource="approvals"
      record={approval}
      verb="delegate"
      label="approvals.delegate"
      title="approvals.delegate_title"
    >
      <ReferenceInput
        source="to"
        reference="users"
        filter={{ active: true }}
        sort={{ field: 'name', order: 'ASC' }}
      >
        <AutocompleteInput
          label={t('approvals.to')}
          optionText="name"
          filterToQuery={(q: string) => (q ? { q } : {})}
          validate={required()}
        />
      </ReferenceInput>
    </AskButton>
  )
}
