import { DAY, HOUR } from '../demo.ts'
import { approve, letterHasLeft, makeOffer, sendOffer } from '../demo-papers.ts'
import { inquireAs } from '../demo-sale.ts'
import { answer, hold, planStep, setLines } from '../demo-talk.ts'
import type { DemoStory } from './story.ts'

/** Deals at the offer: discounts to approve, an answer to wait for, a refusal. */
export const offers: readonly DemoStory[] = [
  {
    name: 'ofis-discount',
    about: 'скидка 10 % ждёт руководителя',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('ofis'), {
        text: 'Берём швабры с отжимом и вёдра на все объекты. Скидка будет?',
      })
      await answer(sale, { text: 'Готовы подписать сегодня, если дадим 10 %.', result: 'Просит скидку' })
      await setLines(sale, [
        ['SHV-OT', '24', '10'],
        ['VED-OT', '16', '10'],
        ['PERCH', '300'],
      ])
      await makeOffer(sale)
      await planStep(sale, { text: 'Отправить КП после согласования', dueAt: demo.dates.work(4 * HOUR) })
    },
  },
  {
    name: 'klining-discount',
    about: 'скидку 18 % руководитель согласовал, ждём директора',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('klining'), {
        text: 'Годовой объём по мешкам и перчаткам. Ждём ваше лучшее предложение.',
      })
      await answer(sale, {
        text: 'Конкурент даёт 17 %. Объём за год около миллиона.',
        result: 'Нужна скидка 18 %',
      })
      await setLines(sale, [
        ['MESH-120', '600', '18'],
        ['PERCH', '900', '18'],
      ])
      const offer = await makeOffer(sale)
      await approve(sale, offer.id, 'head', 'Клиент ключевой, согласна')
    },
  },
  {
    name: 'chistydom-turbo',
    about: 'КП отправлено, ждём ответа клиента',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('chistydom'), {
        text: 'Веник электрический с турбонаддувом, зелёный, 20 шт.',
        products: [{ sku: 'VEN-T-GR', name: 'Веник электрический с турбонаддувом, зелёный', quantity: '20' }],
      })
      await answer(sale, {
        text: 'Зелёные придут через двенадцать дней. Согласен на коричневые: они на складе.',
        result: 'Берёт коричневые',
      })
      await setLines(sale, [['VEN-T-BR', '20', '5']])
      await hold(sale, [['VEN-T-BR', '20']], 10)
      await sendOffer(sale, await makeOffer(sale))
      await planStep(sale, { text: 'Узнать решение по КП', dueAt: demo.dates.work(2 * DAY) })
    },
  },
  {
    name: 'kalinina-lost',
    about: 'проиграна: цена',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('kalinina'), {
        text: 'Детские веники для подарочных наборов, 200 штук.',
      })
      await answer(sale, { text: 'Ищет дешевле ста рублей.', result: 'Сравнивает цены' })
      await setLines(sale, [['VEN-SORGO-D', '200', '3']])
      await sendOffer(sale, await makeOffer(sale))
      await letterHasLeft(sale)
      await sale.manager.post(`${name}/lose`, `/deals/${sale.dealId}/lose`, {
        reason: 'Цена: взяла у производителя по 95 ₽',
      })
    },
  },
]
