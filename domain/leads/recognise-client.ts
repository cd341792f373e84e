/** What an inquiry says about its sender, as keys of `domain/clients/contact-keys.ts`; null when not said. */
export interface SenderKeys {
  inn: string | null
  phone: string | null
  email: string | null
}

/** A client that shares at least one key with the sender. */
export interface ClientCandidate {
  companyId: string
  contactId: string | null
  inn: string | null
  /** Phones and mails of the company and of this contact, as keys. */
  contactKeys: readonly string[]
}

export type RecognisedBy = 'inn' | 'phone' | 'email'

/** The client and why; or null and why not: nobody known, or keys that point at different clients. */
export type Recognition =
  | { companyId: string; contactId: string | null; by: RecognisedBy; reason: string }
  | { companyId: null; contactId: null; by: null; reason: string; conflict: boolean }

const words: Record<RecognisedBy, string> = { inn: 'по ИНН', phone: 'по телефону', email: 'по почте' }

/**
 * Which known client an inquiry comes from. The ИНН wins over phone and mail. A client with another ИНН than the
 * sender names is not the sender (people change jobs and keep their phones). Keys that point at two clients decide
 * nothing: a person must.
 */
export function recogniseClient(sender: SenderKeys, candidates: readonly ClientCandidate[]): Recognition {
  const byInn = candidates.filter(({ inn }) => sender.inn !== null && inn === sender.inn)
  const possible = byInn.length
    ? byInn
    : candidates.filter(({ inn }) => sender.inn === null || inn === null || inn === sender.inn)
  const having = (key: string | null) =>
    possible.filter(({ contactKeys }) => key !== null && contactKeys.includes(key))
  const [byPhone, byEmail] = [having(sender.phone), having(sender.email)]
  const companies = new Set(
    (byInn.length ? byInn : [...byPhone, ...byEmail]).map(({ companyId }) => companyId),
  )
  if (companies.size === 0) return nobody('Такого клиента ещё нет', false)
  const narrowed = companies.size === 1 ? companies : both(byPhone, byEmail, byInn.length > 0)
  const [companyId] = narrowed
  if (narrowed.size !== 1 || !companyId) return nobody(conflictOf(byInn, byPhone, byEmail), true)
  const by: RecognisedBy = byInn.length ? 'inn' : byPhone.length ? 'phone' : 'email'
  const person = [...byPhone, ...byEmail].find(one => one.companyId === companyId && one.contactId !== null)
  return { companyId, contactId: person?.contactId ?? null, by, reason: `Узнан ${words[by]}` }
}

/** The companies both keys point at; among branches of one ИНН either key is enough. */
function both(
  phone: readonly ClientCandidate[],
  email: readonly ClientCandidate[],
  branches: boolean,
): Set<string> {
  const [a, b] = [companiesOf(phone), companiesOf(email)]
  if (branches && (a.size === 0 || b.size === 0)) return a.size ? a : b
  return new Set([...a].filter(company => b.has(company)))
}

const companiesOf = (candidates: readonly ClientCandidate[]): Set<string> =>
  new Set(candidates.map(({ companyId }) => companyId))

function conflictOf(
  ...found: [
    inn: readonly ClientCandidate[],
    phone: readonly ClientCandidate[],
    email: readonly ClientCandidate[],
  ]
): string {
  const named = (['inn', 'phone', 'email'] as const).filter((_, at) => found[at]?.length).map(by => words[by])
  return `Подходит несколько клиентов: ${named.join(', ')}. Выберите вручную`
}

const nobody = (reason: string, conflict: boolean): Recognition => ({
  ...{ companyId: null, contactId: null, by: null },
  reason,
  conflict,
})
