import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { money } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Digits, Line, OneLine, Quiet, Strong } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { TimeLeft } from './TimeLeft.tsx'

const Row = styled(ButtonBase)(({ theme }) => ({
  display: 'grid',
  width: '100%',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: theme.spacing(0.5, 3),
  padding: theme.spacing(2.5, 4),
  textAlign: 'left',
  fontFamily: 'inherit',
  fontSize: theme.look.size.body,
  lineHeight: 1.35,
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:last-of-type': { borderBottom: 0 },
  '&:hover': { backgroundColor: theme.look.hover },
  '&[aria-pressed="true"]': { backgroundColor: theme.look.chosen },
  '&.Mui-focusVisible': { outlineOffset: -2 },
}))

interface InboxRowProps {
  approval: ApprovalAnswer
  chosen: boolean
  onOpen: () => void
}

/** What, for whom, for how much, why, which step of how many, how much working time is left. */
export const InboxRow = ({ approval, chosen, onOpen }: InboxRowProps) => {
  const t = useWords()
  const { title, companyName, amountKopecks, reason, steps, status, currentSteps } = approval
  const at = steps.findIndex(({ id }) => currentSteps.includes(id)) + 1
  return (
    <Row aria-pressed={chosen} onClick={onOpen}>
      <Line gap={2}>
        <Strong>
          <OneLine style={{ display: 'block' }}>{title}</OneLine>
        </Strong>
      </Line>
      {status === 'waiting' ? (
        <TimeLeft approval={approval} />
      ) : (
        <StatusBadge resource="approvals" status={status} />
      )}
      <OneLine>{companyName}</OneLine>
      <Digits style={{ textAlign: 'right' }}>{amountKopecks === null ? '' : money(amountKopecks)}</Digits>
      <OneLine>
        <Quiet>{reason}</Quiet>
      </OneLine>
      <Quiet style={{ textAlign: 'right' }}>
        {status === 'waiting' && steps.length > 1 && t('approvals.step', { at, of: steps.length })}
      </Quiet>
    </Row>
  )
}
