import Button from '@mui/material/Button'
import { LinkBase } from 'react-admin'
import { useCommand } from '../shared/verbs/use-command.ts'
import { DoneTaskButton } from './DoneTaskButton.tsx'
import { pathOfItem, type TodayItem } from './today-item.ts'

/** The one button of a row. What needs words opens where the words are written; the rest is done here. */
export const TodayAction = ({ item }: { item: TodayItem }) => {
  const { action } = item
  if (!action) return <span />
  if (action.resource === 'tasks' && action.verb === 'done')
    return <DoneTaskButton task={{ id: action.id, can: { done: true }, dealId: item.dealId }} />
  return simple.has(`${action.resource}/${action.verb}`) ? (
    <AtOnce action={action} />
  ) : (
    <Button component={LinkBase} to={pathOfItem(item)} variant="outlined" size="small">
      {action.label}
    </Button>
  )
}

/** Verbs that ask nothing. */
const simple = new Set([
  'inquiries/take',
  'department-requests/take',
  'offers/send',
  'invoices/issue',
  'invoices/submit',
])

const AtOnce = ({ action }: { action: NonNullable<TodayItem['action']> }) => {
  const { run, isPending } = useCommand(action.resource, action.verb)
  return (
    <Button variant="outlined" size="small" loading={isPending} onClick={() => void run(action.id)}>
      {action.label}
    </Button>
  )
}
