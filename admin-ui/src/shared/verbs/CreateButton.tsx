import Add from '@mui/icons-material/AddOutlined'
import Button, { type ButtonProps } from '@mui/material/Button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createElement, useRef } from 'react'
import { type RaRecord, useDataProvider, useNotify } from 'react-admin'
import { useWords, type WordKey } from '../i18n/words.ts'
import { RefusalWords } from '../look/RefusalWords.tsx'

interface CreateButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  resource: string
  data: object
  label: WordKey
  onDone?: (record: RaRecord) => void
}

/** Makes a record that needs no form: an offer of the deal's lines, an invoice of an offer. */
export const CreateButton = ({ resource, data, label, onDone, ...look }: CreateButtonProps) => {
  const t = useWords()
  const provider = useDataProvider()
  const client = useQueryClient()
  const notify = useNotify()
  // The same key until it is answered: a second click after a lost answer makes no second record.
  const key = useRef(crypto.randomUUID())
  const { mutate, isPending } = useMutation({
    mutationFn: () => provider.create(resource, { data, meta: { key: key.current } }),
    onSuccess: async ({ data: record }) => {
      key.current = crypto.randomUUID()
      await client.invalidateQueries()
      onDone?.(record)
    },
    onError: error => {
      key.current = crypto.randomUUID()
      notify(createElement(RefusalWords, { error }), { type: 'error' })
    },
  })
  return (
    <Button
      variant="outlined"
      size="small"
      startIcon={<Add />}
      loading={isPending}
      onClick={() => mutate()}
      {...look}
    >
      {t(label)}
    </Button>
  )
}
