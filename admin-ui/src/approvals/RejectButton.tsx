import Close from '@mui/icons-material/CloseOutlined'
import { required, TextInput } from 'react-admin'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'

/** Refused: the author must learn why. */
export const RejectButton = ({ approval }: { approval: ApprovalAnswer }) => {
  const t = useWords()
  return (
    <AskButton
      resource="approvals"
      record={approval}
      verb="reject"
      label="approvals.reject"
      title="approvals.reject_title"
      done="approvals.rejected_said"
      color="error"
      icon={<Close />}
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
  )
}
