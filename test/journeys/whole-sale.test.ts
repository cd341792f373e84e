import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aBrowser, type Desk, type TestBrowser } from '../world/a-browser.ts'
import { aMailServer, type MailServer } from '../world/a-mail-server.ts'
import { aWorld, type World } from '../world/a-world.ts'
import { client, fillInSiteForm } from './site-form.ts'

let mail: MailServer
let world: World
let browser: TestBrowser
beforeAll(async () => {
  mail = await aMailServer()
  world = await aWorld({ browser: true, smtpUrl: mail.url })
  browser = await aBrowser(world)
})
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]()
  await world?.[Symbol.asyncDispose]()
  await mail?.close()
})
afterEach(async () => expect(await browser.complaints()).toEqual([]))

const broom = 'Веник электрический с турбонаддувом, коричневый'

/** A day and time as the field of a form takes it. */
const tomorrowAt = (time: string) => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T${time}`

describe('one sale told by people at their screens', () => {
  let manager: Desk
  let head: Desk
  let accountant: Desk
  let lawyer: Desk
  let warehouse: Desk

  const card = (name: string) => manager.page.getByRole('region', { name, exact: true })

  it('S-032 S-050 a form on the site stands on «Сегодня» of the manager while he looks', async () => {
    manager = await browser.open('manager')
    await manager.page.getByRole('heading', { name: 'Сегодня', exact: true }).waitFor()
    await manager.picture('00-today-empty')
    const answer = await fillInSiteForm(world)
    expect(answer.status).toBe(202)
    const requests = manager.page.getByRole('region', { name: 'Новые обращения' })
    await requests.getByText(client).first().waitFor()
    await manager.picture('01-today')
  })

  it('S-045 S-051 he writes down his call from there in three presses', async () => {
    const { page } = manager
    await manager.clicks()
    await page.getByRole('region', { name: 'Новые обращения' }).getByRole('link', { name: client }).click()
    await card('Что сейчас').getByRole('link', { name: 'Записать ответ' }).click()
    await page.getByLabel('О чём').fill('Зелёных сейчас нет, готовы взять коричневые')
    await page.getByLabel('Результат').fill('Дозвонился')
    await page.getByLabel('Следующий шаг').fill('Отправить КП')
    await page.getByLabel('Когда').fill(tomorrowAt('12:00'))
    await manager.picture('02-log-call')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    expect(await manager.clicks()).toBeLessThanOrEqual(3)
    await card('Что сейчас').getByText('Отправить КП').waitFor()
    await manager.picture('03-deal')
  })

  it('S-019 S-073 lines come from a search that shows what is free', async () => {
    const { page } = manager
    const lines = card('Товары')
    await lines.getByRole('button', { name: 'Выбрать товары' }).click()
    await lines.getByPlaceholder('Название, артикул или свойство').fill('коричневый')
    await page.getByRole('option', { name: broom }).waitFor()
    await manager.picture('04-search')
    await page.getByRole('option', { name: broom }).filter({ hasText: 'свободно 40' }).click()
    await lines.getByLabel(`Кол-во: ${broom}`).fill('20')
    await lines.getByLabel(`Скидка, %: ${broom}`).fill('10')
    await manager.picture('05-lines')
    await lines.getByRole('button', { name: 'Сохранить' }).click()
    await lines.getByRole('button', { name: 'Изменить' }).waitFor()
    await lines.getByRole('cell', { name: '88 020,00 ₽' }).first().waitFor()
  })

  it('S-073 S-171 an offer above his limit goes to the head, who sees the paper beside it', async () => {
    const offers = card('Предложения')
    await offers.getByRole('button', { name: 'Сделать КП' }).click()
    await offers.getByRole('button', { name: 'На согласование' }).click()
    await offers.getByText('На согласовании').waitFor()
    head = await browser.open('head')
    await head.page.getByRole('link', { name: 'Согласование' }).click()
    await head.page.getByRole('button', { name: client }).waitFor()
    await head.page.locator('iframe').waitFor()
    await head.picture('06-inbox')
    await head.clicks()
    await head.page.getByRole('button', { name: 'Согласовать', exact: true }).click()
    await head.page.getByText('Согласовано').first().waitFor()
    expect(await head.clicks()).toBe(1)
  })

  it('S-084 the manager sees the decision without reloading, sends the paper, and the client agrees', async () => {
    const offers = card('Предложения')
    await offers.getByRole('button', { name: 'Отправить', exact: true }).click()
    await manager.page.getByRole('dialog').getByRole('button', { name: 'Отправить', exact: true }).click()
    const letter = await mail.received(({ to }) => to.includes('anna@chisty-dom.example'))
    expect(letter.attachments).toHaveLength(1)
    await manager.picture('07-offer-sent')
    await offers.getByRole('button', { name: 'Принято клиентом' }).click()
    await offers.getByText('Принято', { exact: true }).waitFor()
  })

  it('S-061 S-075 the invoice drafts itself; the accountant approves; it has a number and a PDF in the drawer', async () => {
    const invoices = card('Счета')
    await invoices.getByRole('button', { name: 'На согласование' }).click()
    accountant = await browser.open('accountant')
    await accountant.page.getByRole('link', { name: 'Согласование' }).click()
    await accountant.page.getByRole('button', { name: client }).waitFor()
    await accountant.picture('08-accountant-inbox')
    await accountant.page.getByRole('button', { name: 'Согласовать', exact: true }).click()
    await invoices.getByText('Счёт № 1', { exact: true }).waitFor()
    const paper = manager.page.waitForResponse(
      response => response.url().includes('/api/files/') && response.status() === 200,
    )
    await invoices.getByRole('button', { name: 'Посмотреть' }).click()
    expect((await paper).headers()['content-type']).toBe('application/pdf')
    await manager.page.getByTitle('Счёт № 1').waitFor()
    await manager.picture('09-paper-drawer')
    await manager.page.getByRole('button', { name: 'Закрыть' }).last().click()
  })

  it('S-076 S-183 the lawyer sends the contract back with a remark, then approves it', async () => {
    const contracts = card('Договоры')
    await contracts.getByRole('button', { name: 'Сделать договор' }).click()
    await contracts.getByRole('button', { name: 'Юристу' }).click()
    lawyer = await browser.open('lawyer')
    await lawyer.page.getByRole('link', { name: 'Согласование' }).click()
    await lawyer.page.getByRole('button', { name: 'Отклонить' }).click()
    await lawyer.page.getByLabel('Замечания').fill('Уточните срок поставки')
    await lawyer.picture('10-lawyer-reject')
    await lawyer.page.getByRole('dialog').getByRole('button', { name: 'Отклонить' }).click()
    await contracts.getByText('Уточните срок поставки').waitFor()
    await manager.picture('11-contract-remark')
    await contracts.getByRole('button', { name: 'Юристу' }).click()
    await lawyer.page.getByRole('button', { name: 'Согласовать', exact: true }).click()
    await contracts.getByRole('button', { name: 'Подписан' }).click()
    await manager.page.getByRole('dialog').getByRole('button', { name: 'Подписан' }).click()
    await contracts.getByText('Подписан', { exact: true }).waitFor()
  })

  it('S-146 the accountant enters the money for the invoice; the warehouse is asked by itself', async () => {
    const { page } = accountant
    await page.getByRole('link', { name: 'Оплаты' }).click()
    await page.getByRole('link', { name: 'Записать оплату' }).click()
    await page.getByLabel('Сумма').fill('88 020,00')
    await page.getByLabel('Плательщик').fill(client)
    await page.getByLabel('ИНН').fill('7702070139')
    await page.getByLabel('Назначение').fill('Оплата по счету № 1')
    await accountant.picture('12-payment-form')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('button', { name: 'Разнести', exact: true }).click()
    await page.getByText('Разнесена', { exact: true }).waitFor()
    await accountant.picture('13-payment')
    await card('Счета').getByText('Оплачен', { exact: true }).waitFor()
    warehouse = await browser.open('warehouse')
    await warehouse.page.getByRole('link', { name: 'Склад' }).click()
    await warehouse.page.getByText(client).first().waitFor()
    await warehouse.picture('14-queue')
  })

  it('S-184 S-082 the warehouse picks, is short of two, ships in parts, and the manager sees it live', async () => {
    const { page } = warehouse
    await page.getByRole('button', { name: 'Беру' }).click()
    await page.getByRole('link', { name: client }).click()
    const more = page.getByRole('button', { name: 'Больше на один' })
    for (let piece = 0; piece < 18; piece++) await more.click()
    await warehouse.picture('15-picking')
    await page.getByRole('button', { name: 'Собрано' }).click()
    await page.getByText('18 из 20 шт').waitFor()
    await more.click()
    await more.click()
    await page.getByRole('button', { name: 'Не хватает' }).click()
    await page.getByText('не хватает 2 шт').waitFor()
    await warehouse.picture('16-short')
    await page.getByRole('button', { name: 'Отгрузить собранное' }).click()
    await card('Заявки складу').getByText('отгружено 18 из 20 шт').waitFor()
    await manager.picture('17-short-seen')
    await more.click()
    await more.click()
    await page.getByRole('button', { name: 'Собрано' }).click()
    await page.getByRole('button', { name: 'Отгрузить собранное' }).click()
    await page.getByText('Выполнена').first().waitFor()
    await warehouse.picture('18-shipped')
    await card('Заявки складу').getByText('Выполнена').waitFor()
  })

  it('S-155 S-051 the check call done, the deal is won; path and picture tell how', async () => {
    const { page } = manager
    await card('Задачи').getByRole('button', { name: 'Сделано' }).first().click()
    await page.getByLabel('Результат').fill('Всё получили, довольны')
    await page.getByRole('dialog').getByRole('button', { name: 'Сделано' }).click()
    await page.getByText('Выиграна').first().waitFor()
    await card('Что сейчас').getByText('Сделка закрыта.').waitFor()
    await card('Путь').getByText('Лариса Лебедева').first().waitFor()
    await manager.picture('19-won')
    await page.getByText('Схема', { exact: true }).click()
    await page.getByRole('dialog').getByRole('img').waitFor()
    await manager.picture('20-picture')
  })
})
