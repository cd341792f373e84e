import Send from '@mui/icons-material/SendOutlined'
import { TextInput } from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import type { CanDo } from '../shared/verbs/VerbButton.tsx'

interface SendPaperProps {
  resource: 'offers' | 'invoices'
  record: CanDo
  /** The next thing to do with this paper. */
  main?: boolean
}

/** Sends an offer or an invoice to the client; the server knows the address unless another is told. */
export const SendPaperButton = ({ resource, record, main = false }: SendPaperProps) => {
  const t = useWords()
  return (
    <AskButton
      resource={resource}
      record={record}
      verb="send"
      label="papers.send"
      title="papers.send_title"
      done="papers.sent_said"
      icon={<Send />}
      size="small"
      variant={main ? 'contained' : 'outlined'}
      bodyOf={({ to, text }) => ({ ...(to ? { to } : {}), ...(text ? { text } : {}) })}
    >
      <TextInput source="to" type="email" label={t('papers.send_to')} helperText={t('papers.send_to_hint')} />
      <TextInput source="text" label={t('papers.send_text')} multiline minRows={3} />
    </AskButton>
  )
}
