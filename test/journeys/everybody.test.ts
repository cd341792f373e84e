import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aBrowser, type Desk, type TestBrowser } from '../world/a-browser.ts'
import { aWorld, type World } from '../world/a-world.ts'
import { client, dealFromSite } from './site-form.ts'

let world: World
let browser: TestBrowser
let dealId = ''
beforeAll(async () => {
  world = await aWorld()
  browser = await aBrowser(world)
  ;({ dealId } = await dealFromSite(world))
  await worksOnIt()
})
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]()
  await world?.[Symbol.asyncDispose]()
})
afterEach(async () => expect(await browser.complaints()).toEqual([]))

/** A deal with everything on its card: short lines, an offer at the head, an invoice, a request to the warehouse. */
async function worksOnIt(): Promise<void> {
  const director = await world.as('director')
  const { data: goods } = await director.get<{ data: { id: string }[] }>('/offerings?q=коричневый')
  const offeringId = goods[0]?.id
  await director.post(`/deals/${dealId}/set-lines`, {
    lines: [{ offeringId, quantity: '60', discountPercent: '40' }],
  })
  const manager = await world.as('manager')
  const offer = await manager.post<{ id: string }>('/offers', { dealId })
  await manager.post(`/offers/${offer.id}/submit`)
  await manager.post('/invoices', { dealId })
  await manager.post('/department-requests', { kind: 'warehouse', dealId })
  await world.until(async () => (await (await world.as('warehouse')).list('department-requests'))[0])
  await world.until(async () => (await (await world.as('head')).list('approvals', { mine: true }))[0])
}

/** A page is there when words of its own are. */
const pages: readonly { name: string; path: () => string; words: string }[] = [
  { name: 'today', path: () => '/', words: client },
  { name: 'board', path: () => '/deals', words: client },
  { name: 'deal', path: () => `/deals/${dealId}/show`, words: 'Отгрузка' },
  { name: 'approvals', path: () => '/approvals', words: client },
  { name: 'warehouse', path: () => '/department-requests', words: client },
  { name: 'invoices', path: () => '/invoices?filter=%7B%7D', words: client },
]

async function barriers({ page }: Desk): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}

const looks = [
  { look: 'light', scheme: 'light', width: 1440 },
  { look: 'dark', scheme: 'dark', width: 1440 },
  { look: 'phone', scheme: 'light', width: 390 },
] as const

/** Told in the page's words: the sheet behind everything has the theme's colour, and nothing moves. */
const settled = (scheme: 'light' | 'dark') => `(() => {
  const [red] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g)
  return (red > 128) === ${scheme === 'light'} && document.getAnimations().length === 0
})()`

describe('for everybody', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await browser.open('head')
  })
  it.each(pages)('$name puts no barrier in the way: by day, by night, on a phone', async page => {
    await desk.page.goto(page.path())
    for (const { look, scheme, width } of looks) {
      await desk.page.emulateMedia({ colorScheme: scheme })
      await desk.page.setViewportSize({ width, height: 900 })
      await desk.page.getByRole('main').getByText(page.words).first().waitFor()
      await expect.poll(() => desk.page.evaluate(settled(scheme)), { timeout: 15_000 }).toBe(true)
      await desk.picture(`${page.name} ${look}`)
      expect(await barriers(desk), look).toEqual([])
    }
  })
})

describe('by keyboard only', () => {
  it('the head reaches the inbox, reads and approves without a mouse', async () => {
    const { page } = await browser.open('head')
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await page.getByRole('button', { name: 'Согласовать', exact: true }).waitFor()
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""')
    for (let presses = 0; presses < 60 && (await focused()) !== 'Согласовать'; presses++)
      await page.keyboard.press('Tab')
    expect(await focused()).toBe('Согласовать')
    await page.keyboard.press('Enter')
    await page.getByText('Согласовывать нечего').waitFor()
  })
})
