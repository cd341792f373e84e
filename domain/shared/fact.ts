import { type FactCode, type Fault, facts } from './facts.ts'
import { formatKopecks } from './kopecks.ts'
import { statusTitles } from './status-titles.ts'

export type Locale = 'ru' | 'en'

/** A plain JSON value: what a fact may carry across a process or a wire. */
export type FactParam =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly FactParam[]
  | { readonly [key: string]: FactParam }
export type FactParams = Readonly<Record<string, FactParam>>

/** An error that is a fact: a stable code with parameters; its words come from `facts.ts`. */
export class Fact extends Error {
  override readonly name = 'Fact'
  readonly code: FactCode
  /** HTTP status. */
  readonly status: number
  readonly fault: Fault
  readonly params: FactParams

  constructor(code: FactCode, params: FactParams = {}) {
    // @NOTE the code only: a message ends in logs and traces, parameters may hold names
    super(code)
    this.code = code
    this.status = facts[code].status
    this.fault = facts[code].fault
    this.params = params
  }
}

/** The fact to throw or to answer with: `throw fact('InvoiceVoid')`. */
export const fact = (code: FactCode, params: FactParams = {}): Fact => new Fact(code, params)

export const isFactCode = (code: unknown): code is FactCode =>
  typeof code === 'string' && Object.hasOwn(facts, code)

/** A fact read back from a process or a wire; a code nobody knows is our own fault, `Unexpected`. */
export const factFrom = (code: unknown, params: FactParams = {}): Fact =>
  isFactCode(code) ? new Fact(code, params) : new Fact('Unexpected', params)

/** The sentence of the fact in the reader's language. */
export const sentence = ({ code, params }: Pick<Fact, 'code' | 'params'>, locale: Locale = 'ru'): string =>
  facts[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => inWords(name, params[name], locale))

/** The short title of the fact's kind, for problem+json. */
export const titleOf = ({ status }: Pick<Fact, 'status'>, locale: Locale = 'ru'): string =>
  (statusTitles[status] ?? { ru: 'Ошибка', en: 'Error' })[locale]

function inWords(name: string, value: FactParam, locale: Locale): string {
  if (value === null || value === undefined) return '—'
  if (isList(value)) return value.map(item => inWords(name, item, locale)).join(', ')
  if (typeof value === 'object') return inWords(name, value[locale] ?? value.title ?? value.name, locale)
  const text = String(value)
  if (name.endsWith('Kopecks') && /^-?\d+$/.test(text)) return `${formatKopecks(BigInt(text))}\u00a0₽`
  const date = name.endsWith('On') && locale === 'ru' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return date ? `${date[3]}.${date[2]}.${date[1]}` : text
}

const isList = (value: FactParam): value is readonly FactParam[] => Array.isArray(value)
