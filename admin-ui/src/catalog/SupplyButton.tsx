import Button from '@mui/material/Button'
import { useState } from 'react'
import { DateInput, required, TextInput } from 'react-admin'
import { parseQuantity } from '#domain/shared/quantity.ts'
import type { OfferingAnswer } from '#server/catalog/catalog.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { AskDialog } from '../shared/verbs/AskDialog.tsx'
import { useSaving } from '../shared/verbs/use-saving.tsx'

/** Who knows when goods come says so: the date then stands beside every line that waits for them. */
export const SupplyButton = ({ offering }: { offering: OfferingAnswer }) => {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const { attempt, create } = useSaving()
  if (!offering.can.enterSupply) return null
  const save = async ({ date, quantity, note }: Record<string, unknown>) => {
    const errors = await attempt(() =>
      create('supplies', {
        offeringId: offering.id,
        date,
        quantity: parseQuantity(String(quantity)) ?? String(quantity),
        ...(note ? { note } : {}),
      }),
    )
    if (!errors) setAsking(false)
    return errors
  }
  return (
    <span>
      <Button size="small" variant="outlined" onClick={() => setAsking(true)}>
        {t('catalog.supply')}
      </Button>
      {asking && (
        <AskDialog
          title={`${t('catalog.supply')}: ${offering.name}`}
          submit={t('action.save')}
          onClose={() => setAsking(false)}
          onSubmit={save}
        >
          <DateInput source="date" label={t('catalog.supply_date')} validate={required()} />
          <TextInput source="quantity" label={t('lines.quantity')} validate={required()} />
          <TextInput source="note" label={t('catalog.supply_note')} />
        </AskDialog>
      )}
    </span>
  )
}
