import { DAY, type Demo } from '../demo.ts'
import {
  makeCheckCall,
  pay,
  pick,
  reportShortage,
  ship,
  take,
  warehouseRequest,
  wholeOf,
} from '../demo-delivery.ts'
import { agree, issueInvoice, makeOffer, sendOffer } from '../demo-papers.ts'
import { begin, inquireAs, type Sale } from '../demo-sale.ts'
import { answer, planStep, setLines, type WantedLine } from '../demo-talk.ts'
import type { DemoStory } from './story.ts'

/** From the first word to the money: what every shipped deal has behind it. */
async function paid(
  demo: Demo,
  name: string,
  order: { client: string; text: string; said: string; lines: readonly WantedLine[] },
): Promise<Sale> {
  const client = demo.client(order.client)
  const sale = await inquireAs(demo, name, client, { text: order.text })
  await answer(sale, { text: order.said, result: 'Ждёт счёт' })
  await setLines(sale, order.lines)
  await pay(sale, { invoice: await issueInvoice(sale, await agree(sale)), client, share: 1 })
  return sale
}

/** Deals at the warehouse and after it. */
export const shipments: readonly DemoStory[] = [
  {
    name: 'solnyshko-new',
    about: 'оплачена, заявка на склад новая',
    async tell(demo, name) {
      await warehouseRequest(
        await paid(demo, name, {
          client: 'solnyshko',
          text: 'Детские веники и совки в пять садов.',
          said: 'Оплатят сегодня, забирают через неделю.',
          lines: [
            ['VEN-SORGO-D', '50'],
            ['SOV-PL', '50'],
          ],
        }),
      )
    },
  },
  {
    name: 'sklady-picking',
    about: 'склад собирает заявку',
    async tell(demo, name) {
      const sale = await paid(demo, name, {
        client: 'sklady',
        text: 'Щётки в проходы и электровеники на посты.',
        said: 'Нужны к инвентаризации.',
        lines: [
          ['SH-50', '20'],
          ['VEN-E-BR', '6'],
        ],
      })
      const request = await warehouseRequest(sale)
      await take(sale, request, demo.dates.work(DAY))
      await pick(sale, request, wholeOf(request).slice(0, 1))
    },
  },
  {
    name: 'yarmarka-short',
    about: 'недостача двух штук, первая часть отгружена',
    async tell(demo, name) {
      const sale = await paid(demo, name, {
        client: 'yarmarka',
        text: 'Вёдра с отжимом и метлы в павильоны.',
        said: 'Забирают своей машиной.',
        lines: [
          ['VED-OT', '12'],
          ['MET-BER', '100'],
        ],
      })
      const request = await warehouseRequest(sale)
      const [buckets, brooms] = wholeOf(request)
      if (!buckets || !brooms) throw new Error(`${name}: в заявке нет строк`)
      await take(sale, request, demo.dates.work(4 * DAY))
      await pick(sale, request, [{ ...buckets, quantity: '10' }, brooms])
      await ship(sale, request)
      await reportShortage(sale, request, [{ ...buckets, quantity: '2' }], demo.dates.day(9))
    },
  },
  {
    name: 'parilka-won',
    about: 'выиграна: отгружена, контрольный звонок сделан',
    async tell(demo, name) {
      const sale = await paid(demo, name, {
        client: 'parilka',
        text: 'Веники дубовые и берёзовые на три бани.',
        said: 'Постоянный заказ, доставка в четверг.',
        lines: [
          ['BAN-DUB', '120'],
          ['BAN-BER', '120'],
        ],
      })
      const request = await warehouseRequest(sale)
      await take(sale, request, demo.dates.work(DAY))
      await pick(sale, request, wholeOf(request))
      await ship(sale, request)
      await makeCheckCall(sale, 'Всё получили, довольны. Следующий заказ через месяц.')
    },
  },
  {
    name: 'listok-service',
    about: 'сервис: смета отправлена',
    async tell(demo, name) {
      const funnels = await demo.person('director').list<{ id: string; key: string }>('funnels', {})
      const service = funnels.find(({ key }) => key === 'service')
      if (!service) throw new Error(`${name}: нет воронки сервиса`)
      const sale = await begin(demo, name, demo.client('listok'), {
        title: 'Ремонт турбин электровеников',
        funnelId: service.id,
      })
      await answer(sale, {
        text: 'Две турбины гудят и не дуют, везут к нам.',
        result: 'Диагностика',
      })
      await setLines(sale, [
        ['USL-DIAG', '2'],
        ['USL-TURB', '2'],
        ['VE-FIL', '2'],
      ])
      await sendOffer(sale, await makeOffer(sale))
      await planStep(sale, { text: 'Узнать решение по смете', dueAt: demo.dates.work(DAY) })
    },
  },
]
