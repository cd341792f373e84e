import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createElement } from 'react'
import { useNotify } from 'react-admin'
import { call } from '../shared/data/http.ts'
import { RefusalWords } from '../shared/look/RefusalWords.tsx'

interface Reading {
  read: (id: string) => void
  readAll: () => void
  isPending: boolean
}

/** Marks words of the bell as read: one, or all. Nothing but the bell is asked for again. */
export function useReadingNotices(): Reading {
  const client = useQueryClient()
  const notify = useNotify()
  const { mutate, isPending } = useMutation({
    mutationFn: (path: string) =>
      call(`/notifications/${path}`, {
        method: 'POST',
        body: {},
        headers: { 'idempotency-key': crypto.randomUUID() },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
    onError: error => notify(createElement(RefusalWords, { error }), { type: 'error' }),
  })
  return {
    read: id => mutate(`${encodeURIComponent(id)}/read`),
    readAll: () => mutate('read-all'),
    isPending,
  }
}
