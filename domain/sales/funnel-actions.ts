import type { DealEventKey } from './deal-events.ts'
import type { Words } from './words.ts'

/**
 * What a rule may do. A deed's name and version are for ever: a running deal can still reach them, so one
 * that is out of fashion is marked `retired`, never deleted. `by` says who carries it out: the stepper itself
 * (it moves the deal) or an activity (it touches the world, under a repeat-key).
 */
export const funnelActions = {
  move: {
    version: 1,
    by: 'stepper',
    args: { to: { type: 'stage' } },
    reading: { ru: 'перевести на этап «{to}»', en: 'move to the stage “{to}”' },
    idempotent: true,
    retry: 'none',
    causes: ['stage_entered'],
  },
  win: {
    version: 1,
    by: 'stepper',
    args: {},
    reading: { ru: 'закрыть сделку как выигранную', en: 'close the deal as won' },
    idempotent: true,
    retry: 'none',
    causes: ['stage_entered', 'deal_won'],
  },
  lose: {
    version: 1,
    by: 'stepper',
    args: { reason: { type: 'text' } },
    reading: { ru: 'закрыть сделку как проигранную: «{reason}»', en: 'close the deal as lost: “{reason}”' },
    idempotent: true,
    retry: 'none',
    causes: ['stage_entered', 'deal_lost'],
  },
  create_task: {
    version: 1,
    by: 'activity',
    args: {
      kind: { type: 'taskKind' },
      title: { type: 'text' },
      for: { type: 'role' },
      inWorkingMinutes: { type: 'workingMinutes' },
    },
    reading: {
      ru: 'поставить задачу «{title}» ({for}) со сроком {inWorkingMinutes}',
      en: 'create the task “{title}” ({for}) due in {inWorkingMinutes}',
    },
    idempotent: true,
    retry: 'own_base',
    causes: [],
  },
  plan_step: {
    version: 1,
    by: 'activity',
    args: { text: { type: 'text' }, inWorkingMinutes: { type: 'workingMinutes' } },
    reading: {
      ru: 'запланировать следующий шаг «{text}» через {inWorkingMinutes}',
      en: 'plan the next step “{text}” in {inWorkingMinutes}',
    },
    idempotent: true,
    retry: 'own_base',
    causes: ['step_planned', 'facts_changed'],
  },
  warn_head: {
    version: 1,
    by: 'activity',
    args: { text: { type: 'text' } },
    reading: { ru: 'предупредить руководителя: «{text}»', en: 'warn the head: “{text}”' },
    idempotent: true,
    retry: 'own_base',
    causes: [],
  },
  notify_owner: {
    version: 1,
    by: 'activity',
    args: { text: { type: 'text' } },
    reading: { ru: 'сообщить ответственному: «{text}»', en: 'tell the owner: “{text}”' },
    idempotent: true,
    retry: 'own_base',
    causes: [],
  },
  create_invoice: {
    version: 1,
    by: 'activity',
    args: {},
    reading: { ru: 'подготовить счёт по принятому КП', en: 'draft an invoice from the accepted offer' },
    idempotent: true,
    retry: 'own_base',
    causes: ['invoice_created', 'facts_changed'],
  },
  request_shipment: {
    version: 1,
    by: 'activity',
    args: {},
    reading: { ru: 'создать заявку на склад', en: 'create the warehouse request' },
    idempotent: true,
    retry: 'own_base',
    causes: ['request_created', 'facts_changed'],
  },
  send_letter: {
    version: 1,
    by: 'activity',
    args: { template: { type: 'letterTemplate' } },
    reading: { ru: 'отправить клиенту письмо «{template}»', en: 'send the client the letter “{template}”' },
    idempotent: true,
    retry: 'outside',
    causes: [],
  },
} as const satisfies Record<string, ActionDefinition>

export interface ActionDefinition {
  version: number
  by: 'stepper' | 'activity'
  args: Record<string, { type: ArgType }>
  /** How the deed reads in a rule; `{name}` stands for an argument. */
  reading: Words
  idempotent: boolean
  /** none: no world touched; own_base: retried without end; outside: retried, then an operator. */
  retry: 'none' | 'own_base' | 'outside'
  /** Events that follow from the deed by themselves: what the search for endless loops walks along. */
  causes: readonly DealEventKey[]
  retired?: boolean
}

/** text: 1…200 characters; stage: key of a stage; workingMinutes: 1…500 000. */
export type ArgType = 'text' | 'stage' | 'role' | 'taskKind' | 'letterTemplate' | 'workingMinutes'

export const taskRoles = {
  owner: { ru: 'ответственному', en: 'for the owner' },
  head: { ru: 'руководителю', en: 'for the head' },
  lawyer: { ru: 'юристу', en: 'for the lawyer' },
  accountant: { ru: 'бухгалтеру', en: 'for the accountant' },
  warehouse: { ru: 'складу', en: 'for the warehouse' },
} as const satisfies Record<string, Words>
export type TaskRole = keyof typeof taskRoles

export const taskKinds = {
  call: { ru: 'звонок', en: 'call' },
  check_call: { ru: 'контрольный звонок', en: 'check call' },
  letter: { ru: 'письмо', en: 'letter' },
  meeting: { ru: 'встреча', en: 'meeting' },
  reminder: { ru: 'напоминание', en: 'reminder' },
  work: { ru: 'работа', en: 'work' },
  other: { ru: 'другое', en: 'other' },
} as const satisfies Record<string, Words>
export type TaskKind = keyof typeof taskKinds

export const letterTemplates = {
  inquiry_received: { ru: 'Обращение получено', en: 'Inquiry received' },
  offer_reminder: { ru: 'Напоминание о КП', en: 'Offer reminder' },
  shipment_done: { ru: 'Заказ отгружен', en: 'Order shipped' },
} as const satisfies Record<string, Words>
export type LetterTemplate = keyof typeof letterTemplates

interface ArgValues {
  text: string
  stage: string
  role: TaskRole
  taskKind: TaskKind
  letterTemplate: LetterTemplate
  workingMinutes: number
}
export type ActionName = keyof typeof funnelActions
export type ActionArgs = {
  [N in ActionName]: {
    [A in keyof (typeof funnelActions)[N]['args']]: (typeof funnelActions)[N]['args'][A] extends {
      type: infer T
    }
      ? ArgValues[T & ArgType]
      : never
  }
}
/** Deeds that leave the stepper as effects and are carried out by `performDealAction`. */
export type WorldAction = {
  [N in ActionName]: (typeof funnelActions)[N]['by'] extends 'activity' ? N : never
}[ActionName]

export const isFunnelAction = (name: string): name is ActionName => Object.hasOwn(funnelActions, name)
