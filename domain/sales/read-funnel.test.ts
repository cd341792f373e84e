import { describe, expect, it } from 'vitest'
import { compiled } from './deal-for-tests.ts'
import { service } from './funnels/service.ts'
import { wholesale } from './funnels/wholesale.ts'
import { readCondition, readRule, readStage } from './read-funnel.ts'
import { readWorkingMinutes } from './read-term.ts'

const funnel = compiled(wholesale)
const rules = [...funnel.rules, ...funnel.stages.flatMap(stage => stage.rules)]
const rule = (key: string) => {
  const found = rules.find(each => each.key === key)
  if (!found) throw new Error(key)
  return found
}

describe('a funnel read aloud', () => {
  it.each([
    [
      'first_answer_warning',
      'Когда прошло 45 рабочих минут после начала сделки, если не выполнено: «первый ответ дан», то предупредить руководителя: «Через 15 минут истекает срок первого ответа клиенту».',
    ],
    [
      'offer_is_accepted',
      'Когда клиент принял КП, то подготовить счёт по принятому КП и перевести на этап «Счёт и договор».',
    ],
    ['offer_is_sent', 'Когда КП отправлено клиенту, то перевести на этап «Согласование условий».'],
    [
      'offer_unanswered',
      'Когда прошло 2 рабочих дня после события «КП отправлено клиенту», если состояние КП = «отправлено», то поставить задачу «Узнать у клиента решение по КП» (ответственному) со сроком 4 рабочих часа.',
    ],
    ['check_call_made', 'Когда задача выполнена (контрольный звонок), то закрыть сделку как выигранную.'],
    [
      'invoice_is_paid',
      'Когда счёт оплачен, если оплачено полностью, то создать заявку на склад и перевести на этап «Отгрузка» (один раз за сделку).',
    ],
  ])('says the rule %s as one Russian sentence', (key, sentence) => {
    expect(readRule(rule(key), funnel, 'ru')).toBe(sentence)
  })

  it('says a rule in English', () => {
    expect(readRule(rule('check_call_made'), funnel, 'en')).toBe(
      'When “Task done” (check call) happens, then close the deal as won.',
    )
  })

  it('says a stage: what to do, what it takes, how long, where to, and its rules', () => {
    const stage = funnel.stages.find(({ key }) => key === 'check_up')
    expect(stage && readStage(stage, funnel, 'ru').slice(0, 4)).toEqual([
      'Контроль: Позвоните клиенту: всё ли дошло, всем ли доволен.',
      'Чтобы перейти сюда, нужно: Полная отгрузка.',
      'Норма: 3 рабочих дня.',
      'Дальше: «Выиграна».',
    ])
  })

  it('says conditions with their sums, states and alternatives', () => {
    expect(
      readCondition(
        {
          all: [
            { fact: 'amountKopecks', gte: '24000050' },
            {
              any: [
                { fact: 'offerStatus', in: ['sent', 'accepted'] },
                { not: { fact: 'companyClass', eq: 'vip' } },
              ],
            },
            { fact: 'channel', known: false },
          ],
        },
        'ru',
      ),
    ).toBe(
      'сумма сделки ≥ 240\u00a0000,50\u00a0₽ и (состояние КП — «отправлено» или «принято» или неверно, что класс клиента = «VIP») и не известно: канал обращения',
    )
  })

  it.each([
    [1, '1 рабочая минута'],
    [22, '22 рабочие минуты'],
    [45, '45 рабочих минут'],
    [60, '1 рабочий час'],
    [120, '2 рабочих часа'],
    [480, '1 рабочий день'],
    [960, '2 рабочих дня'],
    [2400, '5 рабочих дней'],
    [5280, '11 рабочих дней'],
    [10080, '21 рабочий день'],
  ])('says %d minutes as «%s»', (minutes, words) => {
    expect(readWorkingMinutes(minutes, 'ru')).toBe(words)
  })

  it('leaves no blank and no key of a stage in any sentence of the two funnels', () => {
    for (const each of [funnel, compiled(service)]) {
      const sentences = each.stages.flatMap(stage => readStage(stage, each, 'ru'))
      for (const sentence of [...sentences, ...each.rules.map(one => readRule(one, each, 'ru'))])
        expect(sentence).not.toMatch(/undefined|\{|\}|«[a-z_]+»/)
    }
  })
})
