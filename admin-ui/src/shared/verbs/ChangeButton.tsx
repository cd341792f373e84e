import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import type { RaRecord } from 'react-admin'
import { useWords, type WordKey } from '../i18n/words.ts'
import { AskDialog } from './AskDialog.tsx'
import { may } from './may.ts'
import { useSaving } from './use-saving.tsx'
import type { CanDo } from './VerbButton.tsx'

interface ChangeButtonProps {
  resource: string
  record: CanDo & RaRecord
  label: WordKey
  defaults: object
  /** From what was filled in to the fields that change. */
  bodyOf?: (values: Record<string, unknown>) => object
  children: ReactNode
}

/** Changes facts of a record in a dialog, with the version the person has seen. */
export const ChangeButton = ({ resource, record, label, defaults, bodyOf, children }: ChangeButtonProps) => {
  const t = useWords()
  /** As the person saw it when the dialog opened: its version goes with the change. */
  const [seen, setSeen] = useState<RaRecord | null>(null)
  const { attempt, change } = useSaving()
  if (!may(record, 'edit')) return null
  return (
    <>
      <Button size="small" color="inherit" onClick={() => setSeen(record)}>
        {t(label)}
      </Button>
      {seen && (
        <AskDialog
          title={t(label)}
          submit={t('action.save')}
          defaults={defaults}
          onClose={() => setSeen(null)}
          onSubmit={async values => {
            const errors = await attempt(() => change(resource, seen, bodyOf ? bodyOf(values) : values))
            if (!errors) setSeen(null)
            return errors
          }}
        >
          {children}
        </AskDialog>
      )}
    </>
  )
}
