import type { EntityManager } from '@mikro-orm/postgresql'
import { issueNumber as takeNumber } from '#domain/documents/number-series.entity.ts'

/** The next number of its kind, taken in the transaction that issues the document: 'Н-12', gapless. */
export const issueNumber = (
  em: EntityManager,
  kind: Parameters<typeof takeNumber>[1],
  year: number,
): Promise<string> => takeNumber(em, kind, year)
