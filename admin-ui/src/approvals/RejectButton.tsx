import Close from '@mui/icons-material/CloseOutlined'
import { required, TextInput } from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import type { Decision } from './decision.ts'

/** Refused: the author must learn why. */
export const RejectButton = ({ approval, onDecided }: Decision) => {
  const t = useWords()
  return (
    <AskButton
      resource="approvals"
      record={approval}
      onTaken={onDecided}
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
