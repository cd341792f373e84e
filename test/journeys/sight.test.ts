import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aBrowser, type Desk, type TestBrowser } from '../world/a-browser.ts'
import { aWorld, type World } from '../world/a-world.ts'
import { client, dealFromSite } from './site-form.ts'

let world: World
let browser: TestBrowser
let owner: Desk
let other: Desk
let deal: Awaited<ReturnType<typeof dealFromSite>>
beforeAll(async () => {
  world = await aWorld()
  deal = await dealFromSite(world)
  browser = await aBrowser(world)
  const first = await world.as('manager')
  const logins = deal.ownerId === first.id ? ['manager', 'manager2'] : ['manager2', 'manager']
  owner = await browser.open(logins[0] ?? '')
  other = await browser.open(logins[1] ?? '', { refusals: [404] })
})
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]()
  await world?.[Symbol.asyncDispose]()
})
afterEach(async () => expect(await browser.complaints()).toEqual([]))

describe('another manager at his screen', () => {
  const searched = async ({ page }: Desk, part: string): Promise<string> => {
    await page.keyboard.press('Control+K')
    const search = page.getByRole('combobox', { name: 'Найти или перейти' })
    const answer = page.waitForResponse(response => response.url().includes('/api/search'))
    await search.fill(part)
    await (await answer).finished()
    await page.getByRole('option').or(page.getByText('Ничего не нашлось')).first().waitFor()
    const found = await page.getByRole('listbox', { name: 'Найденное' }).innerText()
    await search.press('Escape')
    return found
  }

  it.each(['Чистый', '111-22-33', '7702070139'])('S-092 finds nothing of the client by «%s»', async part => {
    expect(await searched(owner, part)).toContain(client)
    expect(await searched(other, part)).toContain('Ничего не нашлось')
  })

  it.each([
    ['Сделки', 'Квалификация'],
    ['Компании', 'Клиентов пока нет'],
    ['Обращения', 'Обращений'],
    ['Задачи', 'Задач нет'],
  ])('S-092 has no trace of it in «%s»', async (room, words) => {
    const { page } = other
    await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: room }).click()
    await page.getByRole('heading', { name: room, level: 1 }).waitFor()
    await page.getByRole('main').getByText(words).first().waitFor()
    expect(await page.getByText(client).count()).toBe(0)
  })

  it.each([
    ['deal', () => `/deals/${deal.dealId}/show`],
    ['client', () => `/companies/${deal.companyId}/show`],
  ])('S-092 is told in words that there is no such %s at its direct address', async (_, address) => {
    const { page } = other
    await page.goto(address())
    await page.getByRole('alert').getByText('Не найдено или недоступно вам.').waitFor()
    expect(await page.getByText(client).count()).toBe(0)
    await other.picture(`sight-${_}`)
  })
})
