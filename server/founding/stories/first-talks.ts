import { DAY, HOUR } from '../demo.ts'
import { inquire, inquireAs } from '../demo-sale.ts'
import { answer, hold, planStep, setLines } from '../demo-talk.ts'
import type { DemoStory } from './story.ts'

/** Deals at the beginning: asked, answered, being found out. */
export const firstTalks: readonly DemoStory[] = [
  {
    name: 'forest-bath',
    about: 'новое обращение с сайта, ждёт первого ответа',
    tell: (demo, name) =>
      inquire(demo, name, {
        from: {
          name: 'Глеб Сосновский',
          company: 'ООО «Лесная баня»',
          phone: '+7 999 000-50-01',
          email: 'gleb@lesnaya-banya.example',
        },
        text: 'Нужен веник электрический с турбонаддувом, зелёный, 20 шт. Когда сможете привезти?',
        products: [{ sku: 'VEN-T-GR', name: 'Веник электрический с турбонаддувом, зелёный', quantity: '20' }],
      }),
  },
  {
    name: 'town-school',
    about: 'ответили, следующий шаг не запланирован',
    async tell(demo, name) {
      const sale = await inquire(demo, name, {
        from: {
          name: 'Вера Полякова',
          company: 'Школа № 9000',
          phone: '+7 999 000-50-02',
          email: 'zavhoz@shkola9000.example',
        },
        text: 'Подскажите цены на веники и совки для школы.',
      })
      await answer(sale, {
        text: 'Рассказал о ценах. Завхоз посчитает кабинеты и вернётся.',
        result: 'Уточняет количество',
      })
    },
  },
  {
    name: 'metla-autumn',
    about: 'потребность выяснена, товар в резерве, КП сегодня',
    async tell(demo, name) {
      const lines = [
        ['VEN-SORGO', '200'],
        ['SOV-01', '60'],
        ['SHV-MIK', '24'],
      ] as const
      const sale = await inquireAs(demo, name, demo.client('metla'), {
        text: 'Готовим осеннюю выкладку: веники «Люкс», совки и швабры с микрофиброй.',
        products: [{ sku: 'VEN-SORGO', name: 'Веник сорго «Люкс»', quantity: '200' }],
      })
      await answer(sale, {
        text: 'Нужны три позиции на одиннадцать точек, доставка одной машиной.',
        result: 'Готовим КП',
      })
      await setLines(sale, lines)
      await hold(sale, lines, 5)
      await planStep(sale, { text: 'Отправить КП', dueAt: demo.dates.work(2 * HOUR) })
    },
  },
  {
    name: 'gromov-stall',
    about: 'следующий шаг завтра',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('gromov'), {
        text: 'Почём банные веники, если брать сотню?',
      })
      await answer(sale, { text: 'Просит берёзовые и дубовые пополам.', result: 'Думает' })
      await setLines(sale, [
        ['BAN-BER', '50'],
        ['BAN-DUB', '50'],
      ])
      await planStep(sale, { text: 'Позвонить и узнать решение', dueAt: demo.dates.work(DAY) })
    },
  },
]
