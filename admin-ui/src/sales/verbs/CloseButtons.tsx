import { required, TextInput } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { AskButton } from '../../shared/verbs/AskButton.tsx'
import { VerbButton } from '../../shared/verbs/VerbButton.tsx'

/** Won, lost with a reason, opened again. */
export const CloseButtons = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  return (
    <>
      <VerbButton resource="deals" record={deal} verb="win" label="deals.win" done="deals.won_said" />
      <AskButton
        resource="deals"
        record={deal}
        verb="lose"
        label="deals.lose"
        title="deals.lose_title"
        color="error"
      >
        <TextInput source="reason" label={t('field.reason')} validate={required()} multiline autoFocus />
      </AskButton>
      <VerbButton resource="deals" record={deal} verb="reopen" label="deals.reopen" />
    </>
  )
}
