import Check from '@mui/icons-material/CheckOutlined'
import { required, TextInput } from 'react-admin'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'

/** Agreed, plainly or with remarks. */
export const ApproveButtons = ({ approval }: { approval: ApprovalAnswer }) => {
  const t = useWords()
  return (
    <>
      <VerbButton
        resource="approvals"
        record={approval}
        verb="approve"
        label="approvals.approve"
        done="approvals.approved_said"
        variant="contained"
        icon={<Check />}
      />
      <AskButton
        resource="approvals"
        record={approval}
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
