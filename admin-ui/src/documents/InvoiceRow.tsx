import type { InvoiceAnswer } from '#server/documents/documents.contract.ts'
import { day, money } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { InvoiceVerbs } from './InvoiceVerbs.tsx'
import { usePaperTitle } from './use-paper-title.ts'

/** An invoice on the deal's card: number, sum, paid, due, its state and what may be done now. */
export const InvoiceRow = ({ invoice }: { invoice: InvoiceAnswer }) => {
  const t = useWords()
  const paperTitle = usePaperTitle()
  const locale = useLocale()
  const { number, totals, paidKopecks, dueDate, status, voidReason } = invoice
  const facts = [
    totals && money(totals.grossKopecks),
    paidKopecks && t('papers.paid', { sum: money(paidKopecks) }),
    dueDate && t('papers.due', { date: day(dueDate, locale) }),
    voidReason,
  ]
  return (
    <Row>
      <RowWords>
        <Strong>{paperTitle('invoice', number)}</Strong>
        <Quiet>
          <Digits style={{ whiteSpace: 'normal' }}>{facts.filter(Boolean).join(' · ')}</Digits>
        </Quiet>
      </RowWords>
      <StatusBadge resource="invoices" status={status} />
      <InvoiceVerbs invoice={invoice} />
    </Row>
  )
}
