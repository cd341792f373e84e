import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ReactNode, useState } from 'react'
import { Form } from 'react-admin'
import { useFormContext, useFormState } from 'react-hook-form'
import { useWords } from '../i18n/words.ts'
import { Stack } from '../look/parts.tsx'

export type FieldErrors = Record<string, string>

interface AskDialogProps {
  title: string
  submit: string
  defaults?: object | undefined
  danger?: boolean
  wide?: boolean
  onClose: () => void
  /** Answers with the errors to show beside their fields, if any. */
  onSubmit: (values: Record<string, unknown>) => Promise<FieldErrors | undefined>
  children: ReactNode
}

/** A short question in a dialog: Ctrl+Enter sends, Esc closes. Refusals stand beside their fields. */
export const AskDialog = ({
  title,
  submit,
  defaults,
  danger,
  wide,
  onClose,
  onSubmit,
  children,
}: AskDialogProps) => {
  const narrow = useMediaQuery('(max-width:599.95px)')
  // What was there when it opened: a change of somebody else must not wipe what is being typed.
  const [start] = useState(defaults)
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      fullScreen={narrow}
      maxWidth={wide ? 'md' : 'xs'}
      aria-label={title}
    >
      <Form
        defaultValues={start}
        onSubmit={(values: Record<string, unknown>) => onSubmit(values)}
        sanitizeEmptyValues={false}
      >
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          <Stack gap={3} style={{ paddingTop: 6 }}>
            {children}
          </Stack>
        </DialogContent>
        <Answers submit={submit} danger={danger ?? false} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

const Answers = ({ submit, danger, onClose }: { submit: string; danger: boolean; onClose: () => void }) => {
  const t = useWords()
  const { control } = useFormContext()
  const { isSubmitting } = useFormState({ control })
  return (
    <DialogActions>
      <Button color="inherit" onClick={onClose}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" variant="contained" color={danger ? 'error' : 'primary'} loading={isSubmitting}>
        {submit}
      </Button>
    </DialogActions>
  )
}
