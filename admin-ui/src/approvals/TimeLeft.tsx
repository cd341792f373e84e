import AccessTime from '@mui/icons-material/AccessTimeOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { dayAndTime, workingTime } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Badge } from '../shared/look/parts.tsx'

const soon = 120

/** Hours of work until the term, as the company's calendar counts them. */
export const TimeLeft = ({
  approval: { leftWorkingMinutes: left, nextDue },
}: {
  approval: ApprovalAnswer
}) => {
  const t = useWords()
  const locale = useLocale()
  if (left === null) return null
  const over = left < 0
  return (
    <Badge
      mood={over ? 'late' : left <= soon ? 'you' : 'none'}
      title={nextDue ? dayAndTime(nextDue, locale) : ''}
    >
      {over ? <ErrorOutline /> : <AccessTime />}
      {over
        ? t('term.overdue_by', { length: workingTime(-left, locale) })
        : t('approvals.left', { length: workingTime(left, locale) })}
    </Badge>
  )
}
