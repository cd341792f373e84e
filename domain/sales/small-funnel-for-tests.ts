import { compiled } from './deal-for-tests.ts'
import type { Rule } from './funnel-definition.ts'

export const words = (ru: string) => ({ ru, en: ru })
export const task = {
  action: 'create_task',
  kind: 'call',
  title: 'Позвонить',
  for: 'owner',
  inWorkingMinutes: 60,
} as const

/** talk → bill (demands lines) → sold; and back from bill to talk. */
export const funnelWith = (talk: Rule[] = [], bill: Rule[] = [], everywhere: Rule[] = []) =>
  compiled({
    key: 'small',
    name: words('Малая'),
    start: 'talk',
    stages: [
      {
        key: 'talk',
        name: words('Разговор'),
        hue: 0,
        kind: 'work',
        normWorkingMinutes: 100,
        purpose: words('Поговорить'),
        to: ['bill'],
        waits: [
          {
            key: 'answer',
            who: 'owner',
            what: words('Ответ'),
            if: { not: { fact: 'firstAnswered', eq: true } },
          },
          { key: 'lines', who: 'client', what: words('Состав заказа'), workingMinutes: 30 },
        ],
        rules: talk,
      },
      {
        key: 'bill',
        name: words('Счёт'),
        hue: 1,
        kind: 'work',
        normWorkingMinutes: 200,
        purpose: words('Выставить'),
        requires: [{ fact: 'linesCount', title: words('Позиции'), remedy: 'set_lines' }],
        to: ['sold', 'talk'],
        rules: bill,
      },
      {
        key: 'sold',
        name: words('Продано'),
        hue: 2,
        kind: 'won',
        normWorkingMinutes: null,
        purpose: words('Всё'),
        requires: [{ fact: 'fullyPaid', title: words('Оплата') }],
        to: [],
      },
      {
        key: 'no_sale',
        name: words('Нет'),
        hue: 3,
        kind: 'lost',
        normWorkingMinutes: null,
        purpose: words('Нет'),
        to: [],
      },
    ],
    rules: everywhere,
  })
