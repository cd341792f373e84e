import { DAY } from '../demo.ts'
import { pay } from '../demo-delivery.ts'
import { agree, issueInvoice, submitContract, submitInvoice } from '../demo-papers.ts'
import { inquireAs } from '../demo-sale.ts'
import { answer, call, planStep, setLines } from '../demo-talk.ts'
import type { DemoStory } from './story.ts'

/** Deals at invoice, contract and payment. */
export const paperWork: readonly DemoStory[] = [
  {
    name: 'gorhoz-tender',
    about: 'счёт больше 500 000 ₽ у бухгалтера, потом у директора',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('gorhoz'), {
        text: 'Выиграли уборку двух районов. Нужны веники, мётлы и мешки, первая партия.',
      })
      await answer(sale, { text: 'Спецификация согласована по телефону.', result: 'Ждёт счёт' })
      await setLines(sale, [
        ['VEN-SORGO-2', '1900', '5'],
        ['VEN-SORGO-U', '400', '5'],
        ['MESH-120', '600'],
      ])
      await submitInvoice(sale, await agree(sale))
    },
  },
  {
    name: 'zarya-contract',
    about: 'договор ждёт юриста',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('zarya'), {
        text: 'Промышленные электровеники в три цеха, оплата по договору.',
      })
      await answer(sale, { text: 'Без договора не платят: нужен наш типовой.', result: 'Нужен договор' })
      await setLines(sale, [
        ['VEN-P-OR', '10'],
        ['VE-AKK', '20'],
      ])
      await agree(sale)
      await submitContract(sale)
      await planStep(sale, { text: 'Отправить договор на подпись', dueAt: demo.dates.work(2 * DAY) })
    },
  },
  {
    name: 'sever-invoice',
    about: 'счёт выставлен и отправлен',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('sever'), {
        text: 'Мётлы и уличные щётки к зиме на 140 домов.',
      })
      await answer(sale, { text: 'Берут полипропиленовые: не мокнут.', result: 'Ждёт счёт' })
      await setLines(sale, [
        ['MET-PP', '150'],
        ['SH-UL', '40'],
      ])
      await issueInvoice(sale, await agree(sale))
    },
  },
  {
    name: 'berezka-half',
    about: 'счёт оплачен наполовину',
    async tell(demo, name) {
      const client = demo.client('berezka')
      const sale = await inquireAs(demo, name, client, {
        text: 'Веники для бани на сезон и щётки для номеров.',
      })
      await answer(sale, {
        text: 'Платят двумя частями: аванс и остаток к концу месяца.',
        result: 'Ждёт счёт',
      })
      await setLines(sale, [
        ['BAN-BER', '300'],
        ['BAN-SET', '40'],
        ['SH-30', '45'],
      ])
      const invoice = await issueInvoice(sale, await agree(sale))
      await pay(sale, { invoice, client, share: 0.5 })
    },
  },
  {
    name: 'uyut-stuck',
    about: 'застряла: нет ИНН для счёта, шаг просрочен',
    async tell(demo, name) {
      const sale = await inquireAs(demo, name, demo.client('uyut'), {
        text: 'Комплекты «Совок и щётка» в новую матрицу.',
      })
      await answer(sale, { text: 'Берут на пробу сто комплектов.', result: 'Согласны' })
      await setLines(sale, [['SOV-SET', '100']])
      await agree(sale)
      await call(sale, 'requisites', {
        text: 'Обещали прислать карточку предприятия.',
        result: 'Ждём реквизиты',
      })
      await planStep(sale, { text: 'Получить реквизиты', dueAt: demo.dates.work(-3 * DAY) })
    },
  },
]
