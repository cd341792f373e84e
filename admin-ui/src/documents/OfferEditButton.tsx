import { BooleanInput, DateInput, required } from 'react-admin'
import type { OfferAnswer } from '#server/documents/documents.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { ChangeButton } from '../shared/verbs/ChangeButton.tsx'

/** Until when it is valid, and whether it takes the deal's goods as they stand now. */
export const OfferEditButton = ({ offer }: { offer: OfferAnswer }) => {
  const t = useWords()
  return (
    <ChangeButton
      resource="offers"
      record={offer}
      label="lines.edit"
      defaults={{ validUntil: offer.validUntil, refreshLines: true }}
    >
      <DateInput source="validUntil" label={t('papers.valid_until_label')} validate={required()} />
      <BooleanInput source="refreshLines" label={t('papers.refresh')} />
    </ChangeButton>
  )
}
