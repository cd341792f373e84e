import type { Words } from './words.ts'

/** What may happen to a deal: the only events a rule may be hung on, and the only ones a process takes. */
export const dealEvents = {
  deal_started: event('Сделка начата', 'Deal started'),
  stage_entered: event('Сделка перешла на этап', 'Stage entered', ['stage', 'from']),
  stage_overdue: event('Срок этапа истёк', 'Stage overdue', ['stage']),
  deal_won: event('Сделка выиграна', 'Deal won'),
  deal_lost: event('Сделка проиграна', 'Deal lost', ['reason']),
  deal_reopened: event('Сделка открыта снова', 'Deal reopened'),

  facts_changed: { ...event('Изменились данные сделки', 'Deal data changed'), quiet: true },
  lines_changed: event('Изменены позиции сделки', 'Lines changed', ['lines']),
  step_planned: event('Запланирован следующий шаг', 'Next step planned', ['due']),
  first_answer: event('Дан первый ответ клиенту', 'First answer given', ['channel']),
  interaction_logged: event('Записан контакт с клиентом', 'Interaction logged', ['kind', 'result']),
  inquiry_repeated: event('Клиент обратился снова', 'The client inquired again', ['channel', 'inquiryId']),
  company_filled: event('Дополнены данные компании', 'Company data filled in'),
  owner_changed: event('Сменился ответственный', 'Owner changed'),
  task_done: event('Задача выполнена', 'Task done', ['kind', 'taskId']),
  task_overdue: event('Задача просрочена', 'Task overdue', ['kind', 'taskId']),

  offer_submitted: event('КП отправлено на согласование', 'Offer submitted', ['offerId', 'number']),
  offer_approved: event('КП согласовано', 'Offer approved', ['offerId', 'number']),
  offer_rejected: event('КП не согласовано', 'Offer rejected', ['offerId', 'number']),
  offer_sent: event('КП отправлено клиенту', 'Offer sent', ['offerId', 'number']),
  offer_accepted: event('Клиент принял КП', 'Offer accepted', ['offerId', 'number']),
  offer_declined: event('Клиент отклонил КП', 'Offer declined', ['offerId', 'number']),
  offer_expired: event('Срок КП истёк', 'Offer expired', ['offerId', 'number']),

  invoice_created: event('Подготовлен счёт', 'Invoice drafted', ['invoiceId']),
  invoice_submitted: event('Счёт отправлен на согласование', 'Invoice submitted', ['invoiceId']),
  invoice_rejected: event('Счёт не согласован', 'Invoice rejected', ['invoiceId']),
  invoice_issued: event('Счёт выставлен', 'Invoice issued', ['invoiceId', 'number']),
  invoice_partly_paid: event('Счёт оплачен частично', 'Invoice partly paid', ['invoiceId', 'number']),
  invoice_paid: event('Счёт оплачен', 'Invoice paid', ['invoiceId', 'number']),
  invoice_overdue: event('Счёт просрочен', 'Invoice overdue', ['invoiceId', 'number']),
  invoice_voided: event('Счёт аннулирован', 'Invoice voided', ['invoiceId', 'number']),

  contract_submitted: event('Договор отправлен на согласование', 'Contract submitted', [
    'contractId',
    'number',
  ]),
  contract_approved: event('Договор согласован', 'Contract approved', ['contractId', 'number']),
  contract_rejected: event('Договор не согласован', 'Contract rejected', ['contractId', 'number']),
  contract_signed: event('Договор подписан', 'Contract signed', ['contractId', 'number']),

  request_created: event('Создана заявка на склад', 'Warehouse request created', ['requestId']),
  request_taken: event('Склад взял заявку', 'Warehouse took the request', ['requestId']),
  request_short: event('Склад сообщил о недостаче', 'Warehouse reports a shortage', ['requestId']),
  request_shipped_part: event('Отгружена часть', 'A part was shipped', ['requestId', 'shipmentId']),
  request_done: event('Отгружено полностью', 'Fully shipped', ['requestId']),
  request_refused: event('Склад отказал в заявке', 'Warehouse refused the request', ['requestId']),
} as const satisfies Record<string, DealEventDefinition>

export interface DealEventDefinition {
  words: Words
  /** Names of the data the event carries; a rule's `where` may compare these only. */
  data: readonly string[]
  /** Leaves no line in the path of its own. */
  quiet?: boolean
}
export type DealEventKey = keyof typeof dealEvents
export type EventData = Record<string, string | number | boolean | null>

export const dealEventKeys = Object.keys(dealEvents) as DealEventKey[]
export const isDealEvent = (key: string): key is DealEventKey => Object.hasOwn(dealEvents, key)

/** Events the stepper makes itself; nobody may send them. */
export const ownEvents: readonly DealEventKey[] = [
  'deal_started',
  'stage_entered',
  'stage_overdue',
  'deal_won',
  'deal_lost',
  'deal_reopened',
]

function event(
  ru: string,
  en: string,
  data: readonly string[] = [],
): { words: Words; data: readonly string[] } {
  return { words: { ru, en }, data }
}
