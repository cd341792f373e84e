import Button, { type ButtonProps } from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { WordKey } from '../i18n/words.ts'
import { useWords } from '../i18n/words.ts'
import { may } from './may.ts'
import { useCommand } from './use-command.ts'

/** What a record must tell to carry a verb. */
export interface CanDo {
  id: string
  can: Record<string, boolean>
}

interface VerbButtonProps extends Pick<ButtonProps, 'variant' | 'color' | 'size' | 'fullWidth'> {
  resource: string
  record: CanDo
  verb: string
  label: WordKey
  done?: WordKey
  icon?: ReactNode
  body?: object
  onTaken?: () => void
}

/** One verb that needs no question. Not there unless the server says that this person may do it now. */
export const VerbButton = ({
  resource,
  record,
  verb,
  label,
  done,
  icon,
  body,
  onTaken,
  ...look
}: VerbButtonProps) => {
  const t = useWords()
  const { run, isPending } = useCommand(resource, verb, {
    ...(done ? { done } : {}),
    ...(onTaken ? { onTaken } : {}),
  })
  if (!may(record, verb)) return null
  return (
    <Button
      variant="outlined"
      loading={isPending}
      startIcon={icon}
      // The second press of a double click may meet the next record in the first one's place.
      onClick={({ detail }) => void (detail < 2 && run(record.id, body))}
      {...look}
    >
      {t(label)}
    </Button>
  )
}
