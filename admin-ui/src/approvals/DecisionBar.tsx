import { styled } from '@mui/material/styles'
import { useWords } from '../shared/i18n/words.ts'
import { Quiet } from '../shared/look/parts.tsx'
import { may } from '../shared/verbs/may.ts'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'
import { useTurn } from './ApprovalRow.tsx'
import { ApproveButtons } from './ApproveButtons.tsx'
import { DelegateButton } from './DelegateButton.tsx'
import type { Decision } from './decision.ts'
import { RejectButton } from './RejectButton.tsx'

const Bar = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2),
  padding: theme.spacing(3, 4),
  borderTop: `1px solid ${theme.look.hairline}`,
  backgroundColor: theme.look.surface,
  [theme.breakpoints.down('md')]: {
    position: 'fixed',
    insetInline: 0,
    bottom: 61,
    zIndex: theme.zIndex.appBar,
    padding: theme.spacing(2, 3),
    '& > button': { flex: '1 1 40%', minHeight: 48 },
  },
}))

/** The decision, where the thumb is on a phone. Who may not decide sees whose turn it is. */
export const DecisionBar = ({ approval, onDecided }: Decision) => {
  const t = useWords()
  const turn = useTurn()
  const mine = may(approval, 'approve') || may(approval, 'reject')
  if (approval.status !== 'waiting') return null
  return (
    <Bar>
      {!mine && <Quiet>{t('approvals.turn', { who: turn(approval) })}</Quiet>}
      <RejectButton approval={approval} onDecided={onDecided} />
      <ApproveButtons approval={approval} onDecided={onDecided} />
      <DelegateButton approval={approval} onDecided={onDecided} />
      <VerbButton resource="approvals" record={approval} verb="withdraw" label="approvals.withdraw" />
    </Bar>
  )
}
