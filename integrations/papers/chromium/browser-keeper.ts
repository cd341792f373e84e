import { type Browser, launch } from 'puppeteer'

/** Where the browser lies on this machine. */
export interface BrowserPlace {
  executablePath: string
  /** Goes into LD_LIBRARY_PATH of the browser only, on hosts without its libraries. */
  libraryPath?: string | null
}

export interface BrowserKeeper {
  /** Lends the one browser; a dead or worn one is replaced first. `forget` what hangs: it is killed and not lent again. */
  lend<T>(use: (browser: Browser) => Promise<T>): Promise<T>
  forget(browser: Browser): Promise<void>
  close(): Promise<void>
}

interface Kept {
  browser: Promise<Browser>
  lent: number
  inUse: number
}

/**
 * The package's own list of arguments is never used: it turns off what protects us
 * (guides/dependencies.md §7.1). `--no-sandbox` only as root, where Chromium's sandbox cannot start; with the
 * sandbox Chromium refuses to start without its zygote.
 */
const launchArguments = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : []),
]

/** Keeps one browser, started at first need; after `papersPerBrowser` papers the next one gets a fresh browser. */
export function keepBrowser(
  place: BrowserPlace,
  { papersPerBrowser = 200, launchMilliseconds = 20_000 } = {},
): BrowserKeeper {
  let kept: Kept | undefined

  const retire = (worn: Kept): void => {
    if (kept === worn) kept = undefined
    if (worn.inUse === 0) void worn.browser.then(end, () => undefined)
  }
  const open = (): Kept => {
    const fresh: Kept = { browser: start(place, launchMilliseconds), lent: 0, inUse: 0 }
    void fresh.browser.then(
      browser => browser.once('disconnected', () => retire(fresh)),
      () => retire(fresh),
    )
    return fresh
  }
  return {
    async lend(use) {
      kept ??= open()
      const mine = kept
      mine.lent++
      mine.inUse++
      try {
        const browser = await mine.browser
        if (!browser.connected) throw new Error('the browser is gone')
        return await use(browser)
      } finally {
        mine.inUse--
        if (mine.lent >= papersPerBrowser || kept !== mine) retire(mine)
      }
    },
    async forget(browser) {
      if (kept && (await kept.browser.catch(() => undefined)) === browser) kept = undefined
      kill(browser)
    },
    async close() {
      const last = kept
      kept = undefined
      await last?.browser.then(end, () => undefined)
    },
  }
}

async function start({ executablePath, libraryPath }: BrowserPlace, timeout: number): Promise<Browser> {
  const env: Record<string, string> = { LANG: 'ru_RU.UTF-8', TZ: 'UTC' }
  if (libraryPath) env.LD_LIBRARY_PATH = libraryPath
  const browser = await launch({
    executablePath,
    args: launchArguments,
    env,
    // Over a pipe: no port that another program of this machine could connect to.
    pipe: true,
    headless: 'shell',
    timeout,
    protocolTimeout: 60_000,
    // Our own parent decides the order in which parts end.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  // A killed browser resets its pipes, maybe after the driver has stopped listening: that must not end our process.
  for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined)
  return browser
}

/** Asks the browser to end, and does not wait for one that hangs. */
async function end(browser: Browser): Promise<void> {
  const timer = setTimeout(() => kill(browser), 3_000)
  await browser.close().catch(() => undefined)
  clearTimeout(timer)
}

/** The browser leads a process group of its own, so its renderers go with it. */
function kill(browser: Browser): void {
  const pid = browser.process()?.pid
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    browser.process()?.kill('SIGKILL')
  }
}
