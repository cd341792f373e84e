import { AutocompleteInput, ReferenceInput, required } from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import type { Decision } from './decision.ts'

/** Hands one's turn to a colleague. */
export const DelegateButton = ({ approval, onDecided }: Decision) => {
  const t = useWords()
  return (
    <AskButton
      resource="approvals"
      record={approval}
      onTaken={onDecided}
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
