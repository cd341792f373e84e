import type { FunnelDefinition } from '../funnel-definition.ts'

/** A working hour and a working day in the minutes of the language. */
const HOUR = 60
const DAY = 480

/** «Опт»: from an inquiry through offer, invoice, payment and shipment to a check call. Data only. */
export const wholesale: FunnelDefinition = {
  key: 'wholesale',
  name: { ru: 'Опт', en: 'Wholesale' },
  start: 'new_inquiry',
  stages: [
    {
      key: 'new_inquiry',
      name: { ru: 'Новое обращение', en: 'New inquiry' },
      hue: 0,
      kind: 'work',
      normWorkingMinutes: HOUR,
      purpose: {
        ru: 'Ответьте клиенту и запишите результат разговора.',
        en: 'Answer the client and log the result of the talk.',
      },
      to: ['qualification'],
      waits: [
        {
          key: 'first_answer',
          who: 'owner',
          what: { ru: 'Первый ответ клиенту', en: 'First answer to the client' },
          if: { fact: 'firstAnswered', eq: false },
          workingMinutes: HOUR,
        },
        {
          key: 'take_on',
          who: 'owner',
          what: { ru: 'Перевод в квалификацию', en: 'Take the deal on' },
          if: { fact: 'firstAnswered', eq: true },
        },
      ],
      rules: [
        {
          key: 'first_answer_warning',
          title: { ru: 'Клиент скоро останется без ответа', en: 'The client is about to stay unanswered' },
          on: { after: { workingMinutes: 45, of: 'deal' } },
          if: { fact: 'firstAnswered', eq: false },
          do: [{ action: 'warn_head', text: 'Через 15 минут истекает срок первого ответа клиенту' }],
        },
        {
          key: 'first_answer_breach',
          title: { ru: 'Срок первого ответа нарушен', en: 'The term of the first answer is breached' },
          on: { after: { workingMinutes: HOUR, of: 'deal' } },
          if: { fact: 'firstAnswered', eq: false },
          do: [
            { action: 'warn_head', text: 'Срок первого ответа клиенту истёк' },
            { action: 'notify_owner', text: 'Срок первого ответа истёк: ответьте клиенту сейчас' },
          ],
        },
        {
          key: 'answered',
          title: { ru: 'Ответили — выясняем потребность', en: 'Answered, now find out the need' },
          on: { event: 'first_answer' },
          do: [{ action: 'move', to: 'qualification' }],
        },
      ],
    },
    {
      key: 'qualification',
      name: { ru: 'Квалификация', en: 'Qualification' },
      hue: 1,
      kind: 'work',
      normWorkingMinutes: DAY,
      purpose: {
        ru: 'Выясните, что и к какому сроку нужно клиенту, и внесите позиции.',
        en: 'Find out what the client needs and when, and enter the lines.',
      },
      requires: [
        {
          fact: 'firstAnswered',
          title: { ru: 'Первый ответ клиенту', en: 'The first answer to the client' },
          remedy: 'record_answer',
        },
      ],
      to: ['making_offer', 'agreeing_terms'],
      waits: [
        {
          key: 'lines',
          who: 'owner',
          what: { ru: 'Позиции сделки', en: 'Lines of the deal' },
          if: { not: { fact: 'linesCount', gt: 0 } },
        },
        {
          key: 'prepare_offer',
          who: 'owner',
          what: { ru: 'Переход к предложению', en: 'Go on to the offer' },
          if: { fact: 'linesCount', gt: 0 },
        },
      ],
      rules: [
        {
          key: 'offer_is_begun',
          title: { ru: 'КП уже готовится', en: 'The offer is being prepared already' },
          on: { event: 'offer_submitted' },
          do: [{ action: 'move', to: 'making_offer' }],
        },
        {
          key: 'offer_is_sent_early',
          title: { ru: 'КП уже отправлено', en: 'The offer is sent already' },
          on: { event: 'offer_sent' },
          do: [{ action: 'move', to: 'agreeing_terms' }],
        },
      ],
    },
    {
      key: 'making_offer',
      name: { ru: 'КП', en: 'Offer' },
      hue: 2,
      kind: 'work',
      normWorkingMinutes: DAY,
      purpose: {
        ru: 'Подготовьте коммерческое предложение и отправьте его клиенту.',
        en: 'Prepare the offer and send it to the client.',
      },
      requires: [
        {
          fact: 'linesCount',
          title: { ru: 'Хотя бы одна позиция', en: 'At least one line' },
          remedy: 'set_lines',
        },
        {
          fact: 'contactKnown',
          title: { ru: 'Контакт, которому отправить КП', en: 'A contact to send the offer to' },
          remedy: 'add_contact',
        },
      ],
      to: ['agreeing_terms', 'qualification'],
      waits: [
        {
          key: 'discount',
          who: 'head',
          what: { ru: 'Согласование скидки', en: 'Approval of the discount' },
          if: { fact: 'offerStatus', eq: 'awaiting_approval' },
        },
        {
          key: 'send_offer',
          who: 'owner',
          what: { ru: 'Отправка КП клиенту', en: 'Send the offer' },
          if: { not: { fact: 'offerStatus', in: ['awaiting_approval', 'sent', 'accepted'] } },
        },
        {
          key: 'client_answer',
          who: 'client',
          what: { ru: 'Ответ клиента на КП', en: 'The client’s answer to the offer' },
          if: { fact: 'offerStatus', eq: 'sent' },
        },
      ],
      rules: [
        {
          key: 'offer_is_sent',
          title: { ru: 'КП отправлено — согласуем условия', en: 'The offer is sent, agree on the terms' },
          on: { event: 'offer_sent' },
          do: [{ action: 'move', to: 'agreeing_terms' }],
        },
      ],
    },
    {
      key: 'agreeing_terms',
      name: { ru: 'Согласование условий', en: 'Terms' },
      hue: 3,
      kind: 'work',
      normWorkingMinutes: 5 * DAY,
      purpose: {
        ru: 'Получите ответ на предложение: согласие, правки или отказ.',
        en: 'Get an answer to the offer: yes, changes or no.',
      },
      requires: [
        {
          fact: 'offerStatus',
          if: { fact: 'offerStatus', in: ['sent', 'accepted'] },
          title: { ru: 'Отправленное КП', en: 'An offer that was sent' },
          remedy: 'send_offer',
        },
      ],
      to: ['papers_and_contract', 'making_offer'],
      waits: [
        {
          key: 'client_answer',
          who: 'client',
          what: { ru: 'Ответ клиента на КП', en: 'The client’s answer to the offer' },
          if: { fact: 'offerStatus', eq: 'sent' },
          workingMinutes: 2 * DAY,
        },
        {
          key: 'new_offer',
          who: 'owner',
          what: { ru: 'Новое предложение', en: 'A new offer' },
          if: { not: { fact: 'offerStatus', in: ['sent', 'accepted'] } },
        },
      ],
      rules: [
        {
          key: 'offer_unanswered',
          title: {
            ru: 'Нет ответа на КП два рабочих дня',
            en: 'No answer to the offer for two working days',
          },
          on: { after: { workingMinutes: 2 * DAY, of: 'offer_sent' } },
          if: { fact: 'offerStatus', eq: 'sent' },
          do: [
            {
              action: 'create_task',
              kind: 'reminder',
              title: 'Узнать у клиента решение по КП',
              for: 'owner',
              inWorkingMinutes: 4 * HOUR,
            },
          ],
        },
        {
          key: 'offer_is_declined',
          title: { ru: 'КП отклонено — готовим новое', en: 'The offer is declined, prepare another' },
          on: { event: 'offer_declined' },
          do: [
            {
              action: 'create_task',
              kind: 'call',
              title: 'Выяснить причину отказа и предложить замену',
              for: 'owner',
              inWorkingMinutes: DAY,
            },
            { action: 'move', to: 'making_offer' },
          ],
        },
      ],
    },
    {
      key: 'papers_and_contract',
      name: { ru: 'Счёт и договор', en: 'Invoice and contract' },
      hue: 4,
      kind: 'work',
      normWorkingMinutes: 2 * DAY,
      purpose: {
        ru: 'Согласуйте счёт у бухгалтера и договор у юриста, отправьте их клиенту.',
        en: 'Have the invoice and the contract approved and send them to the client.',
      },
      requires: [
        {
          fact: 'offerStatus',
          if: { fact: 'offerStatus', eq: 'accepted' },
          title: { ru: 'Принятое клиентом КП', en: 'An offer the client accepted' },
          remedy: 'accept_offer',
        },
      ],
      to: ['awaiting_payment', 'agreeing_terms'],
      waits: [
        {
          key: 'company_inn',
          who: 'owner',
          what: { ru: 'ИНН компании для счёта', en: 'The company’s INN for the invoice' },
          if: { fact: 'companyInnKnown', eq: false },
        },
        {
          key: 'invoice_approval',
          who: 'accountant',
          what: { ru: 'Согласование счёта', en: 'Approval of the invoice' },
          if: { fact: 'invoiceStatus', eq: 'awaiting_approval' },
        },
        {
          key: 'contract_approval',
          who: 'lawyer',
          what: { ru: 'Согласование договора', en: 'Approval of the contract' },
          if: { fact: 'contractStatus', eq: 'awaiting_approval' },
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
      ],
      rules: [
        {
          key: 'invoice_is_issued',
          title: { ru: 'Счёт выставлен — ждём оплату', en: 'The invoice is issued, wait for the payment' },
          on: { event: 'invoice_issued' },
          do: [{ action: 'move', to: 'awaiting_payment' }],
        },
      ],
    },
    {
      key: 'awaiting_payment',
      name: { ru: 'Оплата', en: 'Payment' },
      hue: 5,
      kind: 'work',
      normWorkingMinutes: 5 * DAY,
      purpose: { ru: 'Дождитесь оплаты счёта, при задержке напомните клиенту.', en: 'Wait for the payment.' },
      requires: [
        {
          fact: 'invoiceStatus',
          if: { fact: 'invoiceStatus', in: ['issued', 'partly_paid', 'paid', 'overdue'] },
          title: { ru: 'Выставленный счёт', en: 'An issued invoice' },
          remedy: 'issue_invoice',
        },
      ],
      to: ['being_shipped', 'papers_and_contract'],
      waits: [
        {
          key: 'payment',
          who: 'client',
          what: { ru: 'Оплата счёта', en: 'Payment of the invoice' },
          if: { fact: 'fullyPaid', eq: false },
        },
        {
          key: 'contract_approval',
          who: 'lawyer',
          what: { ru: 'Согласование договора', en: 'Approval of the contract' },
          if: { fact: 'contractStatus', eq: 'awaiting_approval' },
        },
      ],
      rules: [
        {
          key: 'payment_late',
          title: { ru: 'Счёт просрочен', en: 'The invoice is overdue' },
          on: { event: 'invoice_overdue' },
          do: [
            {
              action: 'create_task',
              kind: 'call',
              title: 'Напомнить клиенту об оплате счёта',
              for: 'owner',
              inWorkingMinutes: 4 * HOUR,
            },
          ],
        },
      ],
    },
    {
      key: 'being_shipped',
      name: { ru: 'Отгрузка', en: 'Shipment' },
      hue: 6,
      kind: 'work',
      normWorkingMinutes: 3 * DAY,
      purpose: {
        ru: 'Следите за сборкой и отгрузкой; при недостаче решите с клиентом, что делать.',
        en: 'Follow picking and shipping; settle shortages with the client.',
      },
      requires: [
        {
          fact: 'fullyPaid',
          title: { ru: 'Полная оплата', en: 'Full payment' },
          remedy: 'enter_payment',
        },
      ],
      to: ['check_up'],
      waits: [
        {
          key: 'shortage',
          who: 'owner',
          what: { ru: 'Решение по недостаче', en: 'A decision on the shortage' },
          if: { fact: 'requestStatus', eq: 'short' },
          workingMinutes: DAY,
        },
        {
          key: 'shipment',
          who: 'warehouse',
          what: { ru: 'Отгрузка со склада', en: 'Shipment from the warehouse' },
          if: { fact: 'shipped', eq: false },
        },
      ],
      rules: [
        {
          key: 'shortage_reported',
          title: { ru: 'На складе недостача', en: 'The warehouse is short' },
          on: { event: 'request_short' },
          do: [
            {
              action: 'notify_owner',
              text: 'Склад сообщил о недостаче: согласуйте с клиентом срок или замену',
            },
          ],
        },
        {
          key: 'everything_shipped',
          title: { ru: 'Отгружено — проверяем, всё ли хорошо', en: 'Shipped, see that all is well' },
          on: { event: 'request_done' },
          do: [{ action: 'move', to: 'check_up' }],
        },
      ],
    },
    {
      key: 'check_up',
      name: { ru: 'Контроль', en: 'Check' },
      hue: 7,
      kind: 'work',
      normWorkingMinutes: 3 * DAY,
      purpose: {
        ru: 'Позвоните клиенту: всё ли дошло, всем ли доволен.',
        en: 'Call the client: has everything arrived, is he content.',
      },
      requires: [
        {
          fact: 'shipped',
          title: { ru: 'Полная отгрузка', en: 'Full shipment' },
          remedy: 'finish_request',
        },
      ],
      to: ['sold'],
      waits: [
        {
          key: 'check_call',
          who: 'owner',
          what: { ru: 'Контрольный звонок', en: 'The check call' },
          workingMinutes: 2 * DAY,
        },
      ],
      rules: [
        {
          key: 'check_call_due',
          title: { ru: 'После отгрузки — контрольный звонок', en: 'A check call after the shipment' },
          on: { event: 'stage_entered' },
          do: [
            {
              action: 'create_task',
              kind: 'check_call',
              title: 'Позвонить клиенту: всё ли получено и всё ли устраивает',
              for: 'owner',
              inWorkingMinutes: 2 * DAY,
            },
          ],
        },
        {
          key: 'check_call_made',
          title: { ru: 'Контрольный звонок сделан', en: 'The check call is made' },
          on: { event: 'task_done', where: { kind: 'check_call' } },
          do: [{ action: 'win' }],
        },
      ],
    },
    {
      key: 'sold',
      name: { ru: 'Выиграна', en: 'Won' },
      hue: 3,
      kind: 'won',
      normWorkingMinutes: null,
      purpose: { ru: 'Сделка завершена.', en: 'The deal is done.' },
      requires: [
        {
          fact: 'shipped',
          title: { ru: 'Полная отгрузка', en: 'Full shipment' },
          remedy: 'finish_request',
        },
      ],
      to: [],
    },
    {
      key: 'no_sale',
      name: { ru: 'Проиграна', en: 'Lost' },
      hue: 7,
      kind: 'lost',
      normWorkingMinutes: null,
      purpose: { ru: 'Сделка закрыта без продажи.', en: 'The deal is closed without a sale.' },
      to: [],
    },
  ],
  rules: [
    {
      key: 'offer_is_accepted',
      title: { ru: 'Клиент согласен — готовим счёт', en: 'The client agrees, draft the invoice' },
      on: { event: 'offer_accepted' },
      do: [{ action: 'create_invoice' }, { action: 'move', to: 'papers_and_contract' }],
    },
    {
      key: 'invoice_is_paid',
      title: { ru: 'Счёт оплачен — отгружаем', en: 'The invoice is paid, ship' },
      on: { event: 'invoice_paid' },
      if: { fact: 'fullyPaid', eq: true },
      do: [{ action: 'request_shipment' }, { action: 'move', to: 'being_shipped' }],
      once: 'deal',
    },
    {
      key: 'inquired_again',
      title: { ru: 'Клиент обратился снова', en: 'The client inquired again' },
      on: { event: 'inquiry_repeated' },
      do: [{ action: 'notify_owner', text: 'Клиент обратился снова: ответьте и запишите результат' }],
    },
    {
      key: 'stage_is_overdue',
      title: { ru: 'Срок этапа истёк', en: 'The stage’s term has run out' },
      on: { event: 'stage_overdue' },
      if: { fact: 'firstAnswered', eq: true },
      do: [{ action: 'notify_owner', text: 'Сделка стоит на этапе дольше нормы' }],
    },
  ],
}
