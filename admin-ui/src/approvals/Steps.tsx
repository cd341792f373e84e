import Check from '@mui/icons-material/CheckOutlined'
import Close from '@mui/icons-material/CloseOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUncheckedOutlined'
import { styled } from '@mui/material/styles'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { when } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Quiet, Toned } from '../shared/look/parts.tsx'

const List = styled('ol')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 2,
  fontSize: theme.look.size.small,
  '& li': { display: 'flex', alignItems: 'center', gap: theme.spacing(2) },
  '& svg': { fontSize: 16 },
}))

/** Who decides in which order; each step with its decision and remark. */
export const Steps = ({ approval: { steps, currentSteps, status } }: { approval: ApprovalAnswer }) => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  return (
    <List aria-label={t('approvals.steps')}>
      {steps.map(({ id, role, assigneeName, decision, decidedByName, decidedAt, remark, escalated }) => {
        const now = status === 'waiting' && currentSteps.includes(id)
        const mood = decision === 'approve' ? 'done' : decision === 'reject' ? 'late' : now ? 'you' : 'none'
        const Icon =
          decision === 'approve'
            ? Check
            : decision === 'reject'
              ? Close
              : now
                ? HourglassEmpty
                : RadioButtonUnchecked
        return (
          <li key={id}>
            <Toned mood={mood}>
              <Icon aria-label={word('approvals.step_state', decision ?? (now ? 'now' : 'later'))} />
            </Toned>
            <span>
              {decidedByName ?? assigneeName ?? word('roles', role)}{' '}
              <Quiet>
                {[
                  decidedAt && when(decidedAt, locale),
                  escalated && t('approvals.escalated'),
                  remark && `«${remark}»`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Quiet>
            </span>
          </li>
        )
      })}
    </List>
  )
}
