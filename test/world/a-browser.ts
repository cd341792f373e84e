import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core'
import { readParts } from '../../scripts/setup/paths.js'

export interface DeskOptions {
  /** Width of the window in CSS pixels; 1440 unless told. */
  width?: number
  dark?: boolean
  /** Statuses of refusals this person is meant to meet, such as 404; any other is a complaint. */
  refusals?: readonly number[]
}
/** One person before a screen: a browser profile of one's own, signed in through the login screen. */
export interface Desk {
  page: Page
  /** How often the person has pressed the mouse or a button by keyboard since this was asked last. */
  clicks(): Promise<number>
  /** A picture of what the person sees, kept when JOURNEY_PICTURES names a folder. */
  picture(name: string): Promise<void>
}
export interface TestBrowser extends AsyncDisposable {
  open(login: string, options?: DeskOptions): Promise<Desk>
  /** What went wrong behind the screens since this was asked last: nothing, if all is well. */
  complaints(): Promise<string[]>
}

const asRoot = process.getuid?.() === 0

/**
 * The browser that set-up unpacked, before which the people of a world sit.
 * @throws an error told as a sentence while the screens are not built
 */
export async function aBrowser(world: { url: string; password: string }): Promise<TestBrowser> {
  const browser = await launch()
  let complaints: (string | Promise<string>)[] = []
  return {
    async open(login, options = {}) {
      const { width = 1440, dark = false, refusals = [] } = options
      const phone = width < 600
      const context = await browser.newContext({
        baseURL: world.url,
        locale: 'ru-RU',
        timezoneId: 'Europe/Moscow',
        viewport: { width, height: phone ? 844 : 900 },
        hasTouch: phone,
        isMobile: phone,
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(15_000)
      const signedIn = listen(context, new Set(refusals), words => complaints.push(words))
      await context.addInitScript({ content: countClicks })
      const page = await context.newPage()
      await signIn(page, login, world.password)
      signedIn()
      return deskOf(page)
    },
    complaints() {
      const heard = complaints
      complaints = []
      return Promise.all(heard)
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

/** Chromium can do without its zygote only where it does without its sandbox, that is as root. */
function launch(): Promise<Browser> {
  const { chromium: place, adminUi } = readParts()
  if (!adminUi || !existsSync(join(adminUi, 'index.html')))
    throw new Error('The screens are not built: run node scripts/setup.js')
  const { executablePath, libraryPath } = place ?? { executablePath: 'chromium', libraryPath: null }
  return chromium.launch({
    executablePath,
    chromiumSandbox: !asRoot,
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--no-first-run',
      ...(asRoot ? ['--no-zygote'] : []),
    ],
    env: { LANG: 'ru_RU.UTF-8', ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) },
  })
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel('Пароль').fill(password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('navigation').first().waitFor()
}

/** Hears what a person does not see. Before the login 401 is the right answer; `signedIn` ends that. */
function listen(
  context: BrowserContext,
  refusals: ReadonlySet<number>,
  complain: (words: string | Promise<string>) => void,
): () => void {
  let known = false
  context.on('weberror', ({ error }) => complain(error().stack ?? error().message))
  context.on('console', message => {
    // An answer's status is judged below; the browser only repeats it here.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complain(message.text())
  })
  context.on('response', response => {
    const status = response.status()
    const expected = status < 400 || refusals.has(status) || (status === 401 && !known)
    if (!expected) complain(refusalWords(response))
  })
  return () => {
    known = true
  }
}

async function refusalWords(response: Response): Promise<string> {
  const body = await response.text().catch(() => '')
  return `${response.status()} ${response.request().method()} ${response.url()} ${body.slice(0, 300)}`
}

/** Runs in the page, so it is told in the page's words. */
const countClicks = `
  globalThis.voronkaClicks = 0
  addEventListener('click', event => { if (event.isTrusted) voronkaClicks++ }, { capture: true })
`
const takeClicks = '(() => { const clicks = voronkaClicks; voronkaClicks = 0; return clicks })()'

function deskOf(page: Page): Desk {
  return {
    page,
    clicks: () => page.evaluate<number>(takeClicks),
    async picture(name) {
      const folder = process.env.JOURNEY_PICTURES
      if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
    },
  }
}
