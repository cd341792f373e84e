import { AutocompleteInput, ReferenceInput, required } from 'react-admin'
import type { InquiryAnswer } from '#server/leads/leads.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { RowVerbs } from '../shared/look/Row.tsx'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'
import { StartDealButton } from './StartDealButton.tsx'

/** Take it oneself, or give it to a manager. A click here does not open the row. */
export const InquiryVerbs = ({ inquiry }: { inquiry: InquiryAnswer }) => {
  const t = useWords()
  return (
    <RowVerbs
      onClick={event => event.stopPropagation()}
      onKeyDown={event => event.stopPropagation()}
      role="group"
    >
      <VerbButton
        resource="inquiries"
        record={inquiry}
        verb="take"
        label="inquiries.take"
        size="small"
        variant="contained"
      />
      <AskButton resource="inquiries" record={inquiry} verb="assign" label="inquiries.assign" size="small">
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
      <StartDealButton inquiry={inquiry} />
    </RowVerbs>
  )
}
