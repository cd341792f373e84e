import { AutocompleteInput, DateInput, ReferenceInput, required, TextInput } from 'react-admin'
import type { InvoiceAnswer } from '#server/documents/documents.contract.ts'
import { CreatePage } from '../shared/form/CreatePage.tsx'
import { MoneyInput } from '../shared/form/MoneyInput.tsx'
import { money, today } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'

const open = ['issued', 'partly_paid', 'overdue']

/** Money seen in the bank, written down by hand; matched at once when the invoice is known. */
export const PaymentCreate = () => {
  const t = useWords()
  const invoiceWords = ({ number, buyer, totals }: InvoiceAnswer) =>
    [number, buyer.name, totals && money(totals.grossKopecks)].filter(Boolean).join(' · ')
  return (
    <CreatePage
      resource="payments"
      title={t('payments.new')}
      defaults={{ paidOn: today() }}
      after={({ id }) => `/payments/${id}`}
    >
      <DateInput source="paidOn" label={t('payments.paid_on')} validate={required()} />
      <MoneyInput source="amountKopecks" label={t('field.sum')} validate={required()} autoFocus />
      <TextInput source="payerName" label={t('payments.payer')} />
      <TextInput source="payerInn" label={t('companies.inn')} />
      <TextInput source="documentNumber" label={t('payments.document')} />
      <TextInput source="purpose" label={t('payments.purpose')} multiline validate={required()} />
      <ReferenceInput
        source="invoiceId"
        reference="invoices"
        filter={{ status: open }}
        sort={{ field: 'createdAt', order: 'DESC' }}
      >
        <AutocompleteInput
          label={t('payments.invoice')}
          helperText={t('payments.invoice_hint')}
          optionText={invoiceWords}
          inputText={invoiceWords}
          filterToQuery={(q: string) => (q ? { q } : {})}
        />
      </ReferenceInput>
    </CreatePage>
  )
}
