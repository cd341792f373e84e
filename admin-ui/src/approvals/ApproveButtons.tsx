import Check from '@mui/icons-material/CheckOutlined'
import { required, TextInput } from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'
import type { Decision } from './decision.ts'

/** Agreed, plainly or with remarks. */
export const ApproveButtons = ({ approval, onDecided }: Decision) => {
  const t = useWords()
  return (
    <>
      <VerbButton
        resource="approvals"
        record={approval}
        onTaken={onDecided}
        verb="approve"
        label="approvals.approve"
        done="approvals.approved_said"
        variant="contained"
        icon={<Check />}
      />
      <AskButton
        resource="approvals"
        record={approval}
        onTaken={onDecided}
        verb="approve"
        label="approvals.approve_with"
        done="approvals.approved_said"
      >
        <TextInput
          source="remark"
          label={t('approvals.remark')}
          validate={required()}
          multiline
          minRows={2}
          autoFocus
        />
      </AskButton>
    </>
  )
}
