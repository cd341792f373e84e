import type { Words } from './words.ts'

/**
 * What a funnel may ask about a deal: the only variables of its conditions and requirements.
 * Plain facts and states, never names, phones or texts of people: they travel in process payloads.
 */
export const dealFacts = {
  firstAnswered: { type: 'boolean', words: { ru: 'первый ответ дан', en: 'first answer given' } },
  nextStepPlanned: { type: 'boolean', words: { ru: 'следующий шаг запланирован', en: 'next step planned' } },
  contactKnown: { type: 'boolean', words: { ru: 'контакт известен', en: 'contact known' } },
  companyKnown: { type: 'boolean', words: { ru: 'компания известна', en: 'company known' } },
  companyInnKnown: { type: 'boolean', words: { ru: 'ИНН компании известен', en: 'company INN known' } },
  companyClass: {
    type: 'choice',
    words: { ru: 'класс клиента', en: 'client class' },
    choices: {
      vip: { ru: 'VIP', en: 'VIP' },
      a: { ru: 'A', en: 'A' },
      b: { ru: 'B', en: 'B' },
      c: { ru: 'C', en: 'C' },
    },
  },
  channel: { type: 'text', words: { ru: 'канал обращения', en: 'inquiry channel' } },
  source: { type: 'text', words: { ru: 'источник', en: 'source' } },
  linesCount: { type: 'integer', words: { ru: 'число позиций', en: 'number of lines' } },
  amountKopecks: { type: 'kopecks', words: { ru: 'сумма сделки', en: 'deal amount' } },
  maxDiscountPercent: { type: 'decimal', words: { ru: 'наибольшая скидка, %', en: 'largest discount, %' } },
  offerStatus: {
    type: 'choice',
    words: { ru: 'состояние КП', en: 'offer status' },
    choices: {
      draft: { ru: 'черновик', en: 'draft' },
      awaiting_approval: { ru: 'на согласовании', en: 'awaiting approval' },
      approved: { ru: 'согласовано', en: 'approved' },
      sent: { ru: 'отправлено', en: 'sent' },
      accepted: { ru: 'принято', en: 'accepted' },
      declined: { ru: 'отклонено', en: 'declined' },
      expired: { ru: 'срок истёк', en: 'expired' },
    },
  },
  invoiceStatus: {
    type: 'choice',
    words: { ru: 'состояние счёта', en: 'invoice status' },
    choices: {
      draft: { ru: 'черновик', en: 'draft' },
      awaiting_approval: { ru: 'на согласовании', en: 'awaiting approval' },
      issued: { ru: 'выставлен', en: 'issued' },
      partly_paid: { ru: 'оплачен частично', en: 'partly paid' },
      paid: { ru: 'оплачен', en: 'paid' },
      void: { ru: 'аннулирован', en: 'void' },
      overdue: { ru: 'просрочен', en: 'overdue' },
    },
  },
  contractStatus: {
    type: 'choice',
    words: { ru: 'состояние договора', en: 'contract status' },
    choices: {
      draft: { ru: 'черновик', en: 'draft' },
      awaiting_approval: { ru: 'на согласовании', en: 'awaiting approval' },
      approved: { ru: 'согласован', en: 'approved' },
      signed: { ru: 'подписан', en: 'signed' },
      terminated: { ru: 'расторгнут', en: 'terminated' },
    },
  },
  paidKopecks: { type: 'kopecks', words: { ru: 'оплачено', en: 'paid' } },
  fullyPaid: { type: 'boolean', words: { ru: 'оплачено полностью', en: 'fully paid' } },
  requestStatus: {
    type: 'choice',
    words: { ru: 'состояние заявки на склад', en: 'warehouse request status' },
    choices: {
      new: { ru: 'новая', en: 'new' },
      taken: { ru: 'взята', en: 'taken' },
      in_progress: { ru: 'собирается', en: 'in progress' },
      short: { ru: 'недостача', en: 'short' },
      done: { ru: 'выполнена', en: 'done' },
      refused: { ru: 'отказано', en: 'refused' },
      cancelled: { ru: 'отменена', en: 'cancelled' },
    },
  },
  shipped: { type: 'boolean', words: { ru: 'отгружено полностью', en: 'fully shipped' } },
  checkCallDone: { type: 'boolean', words: { ru: 'контрольный звонок сделан', en: 'check call made' } },
} as const satisfies Record<string, FactDefinition>

export interface FactDefinition {
  type: FactType
  words: Words
  /** Only for `choice`: the values and how they read. */
  choices?: Record<string, Words>
}

/**
 * boolean; integer = JSON number; decimal and kopecks = decimal string (exact, no floats);
 * text and choice = string.
 */
export type FactType = 'boolean' | 'integer' | 'decimal' | 'kopecks' | 'text' | 'choice'
export type FactValue = string | number | boolean
export type DealFactKey = keyof typeof dealFacts

type ValueOf<D> = D extends { type: 'boolean' }
  ? boolean
  : D extends { type: 'integer' }
    ? number
    : D extends { type: 'choice'; choices: infer C }
      ? keyof C & string
      : string

/** Facts of one deal. An absent or null fact is not known; an unknown yes/no fact counts as "no". */
export type DealFacts = { [K in DealFactKey]?: ValueOf<(typeof dealFacts)[K]> | null }

export const dealFactKeys = Object.keys(dealFacts) as DealFactKey[]
export const isDealFact = (key: string): key is DealFactKey => Object.hasOwn(dealFacts, key)

/** Whether a constant is of the fact's type. */
export function suitsFact(key: DealFactKey, value: unknown): value is FactValue {
  const definition: FactDefinition = dealFacts[key]
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'decimal':
      return typeof value === 'string' && /^-?\d{1,18}(\.\d{1,6})?$/.test(value)
    case 'kopecks':
      return typeof value === 'string' && /^-?\d{1,18}$/.test(value)
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(definition.choices ?? {}, value)
    default:
      return typeof value === 'string' && value.length <= 200
  }
}

/** The known facts with news laid over them. What is no fact, or of a wrong type, is left out. */
export function withFacts(known: DealFacts, news: DealFacts | undefined): DealFacts {
  const merged: Record<string, unknown> = { ...known }
  for (const key of dealFactKeys) {
    const value = news?.[key]
    if (value === undefined) continue
    if (value === null) delete merged[key]
    else if (suitsFact(key, value)) merged[key] = value
  }
  return merged as DealFacts
}
