import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type RaRecord, useDataProvider, useNotify } from 'react-admin'
import { Refusal } from '../data/problem.ts'
import { RefusalWords } from '../look/RefusalWords.tsx'
import type { FieldErrors } from './AskDialog.tsx'

/** Saves through the data provider: what is on the screen is asked again, a refusal becomes a notice and field errors. */
export function useSaving() {
  const provider = useDataProvider()
  const client = useQueryClient()
  const notify = useNotify()
  const key = useRef(crypto.randomUUID())

  /** @returns undefined when it is saved, else the errors to show beside their fields (possibly none) */
  const attempt = async (deed: () => Promise<unknown>): Promise<FieldErrors | undefined> => {
    try {
      await deed()
      key.current = crypto.randomUUID()
    } catch (error) {
      // A lost answer is asked for again under the same key; a refusal is an answer.
      if (error instanceof Refusal) key.current = crypto.randomUUID()
      notify(<RefusalWords error={error} />, { type: 'error' })
      return error instanceof Refusal ? Object(error.body?.errors) : {}
    }
    await client.invalidateQueries()
    return undefined
  }
  return {
    attempt,
    create: async (resource: string, data: object): Promise<RaRecord> =>
      (await provider.create(resource, { data, meta: { key: key.current } })).data,
    change: async (resource: string, record: RaRecord, data: object): Promise<RaRecord> =>
      (await provider.update(resource, { id: record.id, data, previousData: record })).data,
  }
}
