import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createElement, useRef } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import type { VoronkaDataProvider } from '../data/data-provider.ts'
import { Refusal } from '../data/problem.ts'
import { useWords, type WordKey } from '../i18n/words.ts'
import { RefusalWords } from '../look/RefusalWords.tsx'

interface CommandOptions<T> {
  /** Said when it is done. */
  done?: WordKey
  onDone?: (record: T) => void
  /** The server has taken it; what is on the screen is only about to be asked again. */
  onTaken?: (record: T) => void
  /** Returns true when the refusal was shown on the spot; otherwise it becomes a notice. */
  onRefused?: (refusal: Refusal) => boolean
}

export interface Running<T> {
  /** One action of the person: gets its own key; sent again with the same one until it is answered. */
  run: (id: string, body?: object) => Promise<T | undefined>
  isPending: boolean
}

/** One verb of one resource. What is on the screen is asked again when the command has been taken. */
export function useCommand<T>(resource: string, verb: string, options: CommandOptions<T> = {}): Running<T> {
  const provider = useDataProvider<VoronkaDataProvider>()
  const client = useQueryClient()
  const notify = useNotify()
  const t = useWords()
  const unanswered = useRef<{ said: string; key: string } | null>(null)

  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ id, body }: { id: string; body: object | undefined }) => {
      const said = JSON.stringify([id, body])
      if (unanswered.current?.said !== said) unanswered.current = { said, key: crypto.randomUUID() }
      return provider.command<T>({ resource, id, verb, body, key: unanswered.current.key })
    },
    onSuccess: async (record, { id }) => {
      unanswered.current = null
      client.setQueryData([resource, 'getOne', { id, meta: undefined }], record)
      options.onTaken?.(record)
      await client.invalidateQueries()
    },
    onError: error => {
      if (error instanceof Refusal && error.status < 500) unanswered.current = null
    },
  })

  const run = async (id: string, body?: object) => {
    try {
      const record = await mutateAsync({ id, body })
      if (options.done) notify(t(options.done))
      options.onDone?.(record)
      return record
    } catch (error) {
      if (error instanceof Refusal && options.onRefused?.(error)) return undefined
      notify(createElement(RefusalWords, { error }), { type: 'error' })
      return undefined
    }
  }
  return { run, isPending }
}
