import type { FunnelDefinition } from '../funnel-definition.ts'

/** A working hour and a working day in the minutes of the language. */
const HOUR = 60
const DAY = 480

/** «Сервис»: repair and maintenance, from a call through an estimate and payment to the work done. Data only. */
export const service: FunnelDefinition = {
  key: 'service',
  name: { ru: 'Сервис', en: 'Service' },
  start: 'service_call',
  stages: [
    {
      key: 'service_call',
      name: { ru: 'Вызов', en: 'Call' },
      hue: 0,
      kind: 'work',
      normWorkingMinutes: 2 * HOUR,
      purpose: {
        ru: 'Свяжитесь с клиентом и договоритесь о диагностике.',
        en: 'Reach the client and agree on the diagnosis.',
      },
      to: ['diagnosis'],
      waits: [
        {
          key: 'first_answer',
          who: 'owner',
          what: { ru: 'Первый ответ клиенту', en: 'First answer to the client' },
          workingMinutes: 2 * HOUR,
        },
      ],
      rules: [
        {
          key: 'call_warning',
          title: { ru: 'Вызов скоро останется без ответа', en: 'The call is about to stay unanswered' },
          on: { after: { workingMinutes: 90, of: 'deal' } },
          if: { fact: 'firstAnswered', eq: false },
          do: [{ action: 'warn_head', text: 'Через 30 минут истекает срок ответа на вызов' }],
        },
        {
          key: 'call_breach',
          title: { ru: 'Срок ответа на вызов нарушен', en: 'The term of the answer is breached' },
          on: { after: { workingMinutes: 2 * HOUR, of: 'deal' } },
          if: { fact: 'firstAnswered', eq: false },
          do: [{ action: 'warn_head', text: 'Срок ответа на вызов истёк' }],
        },
        {
          key: 'call_answered',
          title: { ru: 'Ответили — назначаем диагностику', en: 'Answered, plan the diagnosis' },
          on: { event: 'first_answer' },
          do: [
            {
              action: 'create_task',
              kind: 'meeting',
              title: 'Провести диагностику у клиента',
              for: 'owner',
              inWorkingMinutes: 2 * DAY,
            },
            { action: 'move', to: 'diagnosis' },
          ],
        },
      ],
    },
    {
      key: 'diagnosis',
      name: { ru: 'Диагностика и смета', en: 'Diagnosis and estimate' },
      hue: 2,
      kind: 'work',
      normWorkingMinutes: 3 * DAY,
      purpose: {
        ru: 'Осмотрите технику, внесите работы и запчасти, отправьте смету клиенту.',
        en: 'Look at the machine, enter work and parts, send the estimate.',
      },
      requires: [
        {
          fact: 'firstAnswered',
          title: { ru: 'Первый ответ клиенту', en: 'The first answer to the client' },
          remedy: 'record_answer',
        },
      ],
      to: ['service_prepayment'],
      waits: [
        {
          key: 'estimate',
          who: 'owner',
          what: { ru: 'Смета для клиента', en: 'The estimate for the client' },
          if: { not: { fact: 'offerStatus', in: ['awaiting_approval', 'sent', 'accepted'] } },
        },
        {
          key: 'discount',
          who: 'head',
          what: { ru: 'Согласование скидки', en: 'Approval of the discount' },
          if: { fact: 'offerStatus', eq: 'awaiting_approval' },
        },
        {
          key: 'client_answer',
          who: 'client',
          what: { ru: 'Ответ клиента на смету', en: 'The client’s answer to the estimate' },
          if: { fact: 'offerStatus', eq: 'sent' },
          workingMinutes: DAY,
        },
      ],
      rules: [
        {
          key: 'estimate_unanswered',
          title: {
            ru: 'Нет ответа на смету рабочий день',
            en: 'No answer to the estimate for a working day',
          },
          on: { after: { workingMinutes: DAY, of: 'offer_sent' } },
          if: { fact: 'offerStatus', eq: 'sent' },
          do: [
            {
              action: 'create_task',
              kind: 'reminder',
              title: 'Узнать у клиента решение по смете',
              for: 'owner',
              inWorkingMinutes: 2 * HOUR,
            },
          ],
        },
        {
          key: 'estimate_accepted',
          title: { ru: 'Смета принята — готовим счёт', en: 'The estimate is accepted, draft the invoice' },
          on: { event: 'offer_accepted' },
          do: [{ action: 'create_invoice' }, { action: 'move', to: 'service_prepayment' }],
        },
      ],
    },
    {
      key: 'service_prepayment',
      name: { ru: 'Предоплата', en: 'Prepayment' },
      hue: 5,
      kind: 'work',
      normWorkingMinutes: 3 * DAY,
      purpose: {
        ru: 'Выставьте счёт и дождитесь оплаты.',
        en: 'Issue the invoice and wait for the payment.',
      },
      requires: [
        {
          fact: 'offerStatus',
          if: { fact: 'offerStatus', eq: 'accepted' },
          title: { ru: 'Принятая клиентом смета', en: 'An estimate the client accepted' },
          remedy: 'accept_offer',
        },
      ],
      to: ['service_work', 'diagnosis'],
      waits: [
        {
          key: 'invoice_approval',
          who: 'accountant',
          what: { ru: 'Согласование счёта', en: 'Approval of the invoice' },
          if: { fact: 'invoiceStatus', eq: 'awaiting_approval' },
        },
        {
          key: 'issue_invoice',
          who: 'owner',
          what: { ru: 'Отправка счёта на согласование', en: 'Submit the invoice' },
          if: {
            not: {
              fact: 'invoiceStatus',
              in: ['awaiting_approval', 'issued', 'partly_paid', 'paid', 'overdue'],
            },
          },
        },
        {
          key: 'payment',
          who: 'client',
          what: { ru: 'Оплата счёта', en: 'Payment of the invoice' },
          if: { fact: 'invoiceStatus', in: ['issued', 'partly_paid', 'overdue'] },
        },
      ],
      rules: [
        {
          key: 'prepayment_came',
          title: { ru: 'Счёт оплачен — выполняем работы', en: 'Paid, do the work' },
          on: { event: 'invoice_paid' },
          if: { fact: 'fullyPaid', eq: true },
          do: [{ action: 'move', to: 'service_work' }],
        },
      ],
    },
    {
      key: 'service_work',
      name: { ru: 'Работы', en: 'Work' },
      hue: 6,
      kind: 'work',
      normWorkingMinutes: 5 * DAY,
      purpose: {
        ru: 'Выполните работы и сдайте их клиенту.',
        en: 'Do the work and hand it over to the client.',
      },
      requires: [
        { fact: 'fullyPaid', title: { ru: 'Полная оплата', en: 'Full payment' }, remedy: 'enter_payment' },
      ],
      to: ['service_done'],
      waits: [{ key: 'work', who: 'owner', what: { ru: 'Выполнение работ', en: 'The work' } }],
      rules: [
        {
          key: 'work_task',
          title: { ru: 'Задача на работы', en: 'A task for the work' },
          on: { event: 'stage_entered' },
          do: [
            {
              action: 'create_task',
              kind: 'work',
              title: 'Выполнить работы и подписать акт',
              for: 'owner',
              inWorkingMinutes: 5 * DAY,
            },
          ],
        },
        {
          key: 'work_done',
          title: { ru: 'Работы выполнены', en: 'The work is done' },
          on: { event: 'task_done', where: { kind: 'work' } },
          do: [{ action: 'win' }],
        },
      ],
    },
    {
      key: 'service_done',
      name: { ru: 'Выполнена', en: 'Completed' },
      hue: 3,
      kind: 'won',
      normWorkingMinutes: null,
      purpose: { ru: 'Работы сданы, сделка завершена.', en: 'The work is handed over, the deal is done.' },
      requires: [
        { fact: 'fullyPaid', title: { ru: 'Полная оплата', en: 'Full payment' }, remedy: 'enter_payment' },
      ],
      to: [],
    },
    {
      key: 'turned_down',
      name: { ru: 'Отказ', en: 'Turned down' },
      hue: 7,
      kind: 'lost',
      normWorkingMinutes: null,
      purpose: { ru: 'Клиент отказался от работ.', en: 'The client turned the work down.' },
      to: [],
    },
  ],
  rules: [
    {
      key: 'called_again',
      title: { ru: 'Клиент обратился снова', en: 'The client called again' },
      on: { event: 'inquiry_repeated' },
      do: [{ action: 'notify_owner', text: 'Клиент обратился снова: ответьте и запишите результат' }],
    },
  ],
}
