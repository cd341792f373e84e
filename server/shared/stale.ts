import { fact } from '#domain/shared/fact.ts'

/** Refuses a change that was made on an older version. @throws VersionRequired, StaleVersion with both versions */
export function mustBeFresh(record: { version: number }, expected: number | null): void {
  if (expected === null) throw fact('VersionRequired')
  if (record.version !== expected) throw fact('StaleVersion', { expected, actual: record.version })
}
