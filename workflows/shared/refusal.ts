import type { FactCode } from '#domain/shared/facts.ts'

/** Why a process refuses a command: a code of `facts` and plain parameters, no personal data. */
export interface Refusal {
  code: FactCode
  params: Record<string, string | number | boolean | null>
}

export const refusal = (code: FactCode, params: Refusal['params'] = {}): Refusal => ({ code, params })
