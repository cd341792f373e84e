import { DateTimeInput, required, TextInput } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { AskButton } from '../../shared/verbs/AskButton.tsx'

/** What comes next with this client and when: an open deal always has one. */
export const PlanStepButton = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  return (
    <AskButton
      resource="deals"
      record={deal}
      verb="plan-step"
      label="deals.plan"
      title="deals.plan_title"
      size="small"
      bodyOf={({ text, dueAt }) => ({ text, dueAt: new Date(String(dueAt)).toISOString() })}
    >
      <TextInput source="text" label={t('tasks.next')} validate={required()} autoFocus />
      <DateTimeInput source="dueAt" label={t('tasks.next_due')} validate={required()} />
    </AskButton>
  )
}
