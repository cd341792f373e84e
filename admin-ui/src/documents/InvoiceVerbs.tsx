import { required, TextInput } from 'react-admin'
import type { InvoiceAnswer } from '#server/documents/documents.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { RowVerbs } from '../shared/look/Row.tsx'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'
import { PaperButton } from './PaperButton.tsx'
import { SendPaperButton } from './SendPaperButton.tsx'
import { usePaperTitle } from './use-paper-title.ts'

/** What may be done with an invoice now: look, submit, issue, send, void. */
export const InvoiceVerbs = ({ invoice }: { invoice: InvoiceAnswer }) => {
  const t = useWords()
  const paperTitle = usePaperTitle()
  return (
    <RowVerbs>
      <PaperButton fileId={invoice.fileId} title={paperTitle('invoice', invoice.number)} />
      <VerbButton
        resource="invoices"
        record={invoice}
        verb="submit"
        label="papers.submit"
        size="small"
        variant="contained"
      />
      <VerbButton
        resource="invoices"
        record={invoice}
        verb="issue"
        label="papers.issue"
        size="small"
        variant="contained"
      />
      <SendPaperButton resource="invoices" record={invoice} />
      <AskButton
        resource="invoices"
        record={invoice}
        verb="void"
        label="papers.void"
        title="papers.void_title"
        size="small"
        color="error"
      >
        <TextInput source="reason" label={t('field.reason')} validate={required()} multiline autoFocus />
      </AskButton>
    </RowVerbs>
  )
}
