import Check from '@mui/icons-material/CheckOutlined'
import { DateTimeInput, TextInput } from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'
import { Quiet } from '../shared/look/parts.tsx'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import type { CanDo } from '../shared/verbs/VerbButton.tsx'

interface Done {
  result?: string
  text?: string
  dueAt?: Date | string | null
}

/** Closing a task asks what came of it and, in a deal, for the next step. */
export const DoneTaskButton = ({ task }: { task: CanDo & { dealId: string | null } }) => {
  const t = useWords()
  return (
    <AskButton
      resource="tasks"
      record={task}
      verb="done"
      label="tasks.done"
      title="tasks.done_title"
      done="tasks.done_said"
      icon={<Check />}
      size="small"
      bodyOf={values => {
        const { result, text, dueAt } = values as Done
        const nextStep = text && dueAt ? { nextStep: { text, dueAt: new Date(dueAt).toISOString() } } : {}
        return { ...(result ? { result } : {}), ...nextStep }
      }}
    >
      <TextInput source="result" label={t('tasks.result')} multiline minRows={2} autoFocus />
      {task.dealId && (
        <>
          <Quiet>{t('tasks.next_hint')}</Quiet>
          <TextInput source="text" label={t('tasks.next')} />
          <DateTimeInput source="dueAt" label={t('tasks.next_due')} />
        </>
      )}
    </AskButton>
  )
}
