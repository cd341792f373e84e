import Button, { type ButtonProps } from '@mui/material/Button'
import { type ReactNode, useRef, useState } from 'react'
import { useWords, type WordKey } from '../i18n/words.ts'
import { AskDialog } from './AskDialog.tsx'
import { may } from './may.ts'
import { useCommand } from './use-command.ts'
import type { CanDo } from './VerbButton.tsx'

interface AskButtonProps extends Pick<ButtonProps, 'variant' | 'color' | 'size' | 'fullWidth'> {
  resource: string
  record: CanDo
  verb: string
  label: WordKey
  /** Name of the dialog; the label unless told. */
  title?: WordKey
  done?: WordKey
  icon?: ReactNode
  defaults?: object
  /** From what was filled in to the body of the command. */
  bodyOf?: (values: Record<string, unknown>) => object
  onTaken?: () => void
  /** The fields of the question. */
  children: ReactNode
}

/** A verb with a question: a remark, a reason, a person, a date. */
export const AskButton = ({
  resource,
  record,
  verb,
  label,
  title,
  done,
  icon,
  defaults,
  bodyOf,
  onTaken,
  children,
  ...look
}: AskButtonProps) => {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const errors = useRef<Record<string, string>>({})
  const { run } = useCommand(resource, verb, {
    ...(done ? { done } : {}),
    ...(onTaken ? { onTaken } : {}),
    onDone: () => setAsking(false),
    onRefused: ({ body }) => {
      errors.current = Object(body?.errors)
      return Object.keys(errors.current).length > 0
    },
  })
  if (!may(record, verb)) return null
  return (
    <>
      <Button variant="outlined" startIcon={icon} onClick={() => setAsking(true)} {...look}>
        {t(label)}
      </Button>
      {asking && (
        <AskDialog
          title={t(title ?? label)}
          submit={t(label)}
          defaults={defaults}
          danger={look.color === 'error'}
          onClose={() => setAsking(false)}
          onSubmit={async values => {
            errors.current = {}
            await run(record.id, bodyOf ? bodyOf(values) : values)
            return errors.current
          }}
        >
          {children}
        </AskDialog>
      )}
    </>
  )
}
