import Phone from '@mui/icons-material/PhoneOutlined'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { DateTimeInput, SelectInput, TextInput, useDataProvider, useNotify } from 'react-admin'
import { Refusal } from '../shared/data/problem.ts'
import { useWords } from '../shared/i18n/words.ts'
import { RefusalWords } from '../shared/look/RefusalWords.tsx'
import { useSearchParams } from '../shared/use-search-params.ts'
import { AskDialog, type FieldErrors } from '../shared/verbs/AskDialog.tsx'

interface LogContactProps {
  companyId: string
  contactId?: string | null
  dealId?: string
}

/** A call, letter or meeting written down in one step, with what comes next. `?do=answer` opens it. */
export const LogContactButton = (about: LogContactProps) => {
  const t = useWords()
  const provider = useDataProvider()
  const client = useQueryClient()
  const notify = useNotify()
  const key = useRef('')
  const [search, change] = useSearchParams()
  const [open, setOpen] = useState(false)
  const wanted = search.get('do') === 'answer'
  const begin = useCallback(() => {
    key.current = crypto.randomUUID()
    setOpen(true)
  }, [])
  useEffect(() => {
    if (wanted) begin()
  }, [wanted, begin])
  const close = () => {
    setOpen(false)
    if (wanted) change({ do: null })
  }
  const save = async ({
    next,
    nextAt,
    ...said
  }: Record<string, unknown>): Promise<FieldErrors | undefined> => {
    // A step without its day would be lost unseen.
    if (next && !nextAt) return { nextAt: 'ra.validation.required' }
    const nextStep =
      next && nextAt ? { nextStep: { text: next, dueAt: new Date(String(nextAt)).toISOString() } } : {}
    try {
      await provider.create('interactions', {
        data: { ...about, ...said, ...nextStep },
        meta: { key: key.current },
      })
    } catch (error) {
      notify(<RefusalWords error={error} />, { type: 'error' })
      return error instanceof Refusal ? Object(error.body?.errors) : undefined
    }
    notify(t('interactions.saved'))
    close()
    await client.invalidateQueries()
    return undefined
  }
  return (
    <>
      <Button variant="outlined" startIcon={<Phone />} onClick={begin}>
        {t('interactions.log')}
      </Button>
      {open && (
        <AskDialog
          title={t('interactions.log_title')}
          submit={t('action.save')}
          defaults={{ kind: 'call', direction: 'out' }}
          onClose={close}
          onSubmit={save}
        >
          <SelectInput
            source="kind"
            label={t('interactions.kind_label')}
            choices={['call', 'letter', 'message', 'meeting', 'note'].map(id => ({
              id,
              name: `interactions.kind.${id}`,
            }))}
          />
          <SelectInput
            source="direction"
            label={t('interactions.direction_label')}
            choices={['out', 'in', 'none'].map(id => ({ id, name: `interactions.direction.${id}` }))}
          />
          <TextInput source="text" label={t('interactions.text')} multiline minRows={3} autoFocus />
          <TextInput source="result" label={t('tasks.result')} />
          <TextInput source="next" label={t('tasks.next')} />
          <DateTimeInput source="nextAt" label={t('tasks.next_due')} />
        </AskDialog>
      )}
    </>
  )
}
