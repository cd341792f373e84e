import Button from '@mui/material/Button'
import { useState } from 'react'
import { DateInput, required, TextInput, useNotify } from 'react-admin'
import { formatQuantity, parseQuantity } from '#domain/shared/quantity.ts'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { inDays } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { AskDialog } from '../../shared/verbs/AskDialog.tsx'
import { may } from '../../shared/verbs/may.ts'
import { useSaving } from '../../shared/verbs/use-saving.tsx'

const usualDays = 5

/** Holds goods of a line for this deal until a day. */
export const ReserveButton = ({ deal, line }: { deal: DealAnswer; line: DealAnswer['lines'][number] }) => {
  const t = useWords()
  const notify = useNotify()
  const [asking, setAsking] = useState(false)
  const { attempt, create } = useSaving()
  if (!line.offeringId || line.free === '0' || !may(deal, 'reserve')) return null
  const save = async ({ quantity, until }: Record<string, unknown>) => {
    const errors = await attempt(() =>
      create('reservations', {
        dealId: deal.id,
        offeringId: line.offeringId,
        quantity: parseQuantity(String(quantity)) ?? String(quantity),
        until,
      }),
    )
    if (errors) return errors
    setAsking(false)
    notify(t('lines.reserved_said'))
    return undefined
  }
  return (
    <>
      <Button size="small" color="inherit" onClick={() => setAsking(true)}>
        {t('lines.reserve')}
      </Button>
      {asking && (
        <AskDialog
          title={`${t('lines.reserve')}: ${line.name}`}
          submit={t('lines.reserve')}
          defaults={{ quantity: formatQuantity(line.quantity), until: inDays(usualDays) }}
          onClose={() => setAsking(false)}
          onSubmit={save}
        >
          <TextInput source="quantity" label={t('lines.quantity')} validate={required()} autoFocus />
          <DateInput source="until" label={t('lines.reserve_until')} validate={required()} />
        </AskDialog>
      )}
    </>
  )
}
