import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type DataProvider, type RaRecord, useDataProvider, useNotify } from 'react-admin'
import { Refusal, StaleRecord } from '../data/problem.ts'
import { RefusalWords } from '../look/RefusalWords.tsx'
import type { FieldErrors } from './AskDialog.tsx'
import { askWhichToKeep } from './stale-question.ts'

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
    change: (resource: string, record: RaRecord, data: object) => save(provider, resource, record, data),
  }
}

/** Where somebody was first, the person chooses field by field, and the choice is saved over their version. */
async function save(
  provider: DataProvider,
  resource: string,
  record: RaRecord,
  data: object,
): Promise<RaRecord> {
  try {
    return (await provider.update(resource, { id: record.id, data, previousData: record })).data
  } catch (error) {
    if (!(error instanceof StaleRecord)) throw error
    const { data: theirs } = await provider.getOne(resource, { id: record.id })
    const kept = await askWhichToKeep(error, theirs)
    if (kept === null) throw error
    return Object.keys(kept).length === 0 ? theirs : save(provider, resource, theirs, kept)
  }
}
