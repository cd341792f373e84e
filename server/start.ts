import { createInterface } from 'node:readline/promises'
import { readParts } from '../scripts/setup/paths.js'
import { isFounded } from './runtime/founding.ts'
import { PortTaken } from './runtime/free-port.ts'
import { type House, startVoronka, type Voronka } from './runtime/parent.ts'
import { AlreadyRunning } from './runtime/run-record.ts'
import { PartFailed } from './runtime/running-process.ts'
import { openScreen, type Screen } from './runtime/screen.ts'
import { openWorkflowBundle } from './runtime/workflow-bundle.ts'
import { readSettings, SettingRefused, type Settings } from './settings.ts'

const entry = (path: string) => new URL(path, import.meta.url).pathname

const house = (): House => ({
  server: entry('./compose/server.ts'),
  worker: entry('./compose/worker.ts'),
  founding: entry('./compose/found.ts'),
  binaries: readParts(),
  // Loaded while base and engine come up: the mapper takes its time.
  migrate: async options => (await import('./compose/migrate.ts')).migrate(options),
  workflowBundle: openWorkflowBundle,
})

async function main(): Promise<void> {
  const settings = readSettings()
  const screen = openScreen(settings.locale, console.log)
  const stopping = new AbortController()
  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (!stopping.signal.aborted) screen.line(screen.say('Останавливаюсь…', 'Stopping…'))
        stopping.abort()
        resolve()
      })
  })
  try {
    screen.line(screen.say('Запуск', 'Start'))
    const asked = await withFirstAdministrator(settings, screen)
    const voronka = await startVoronka({ settings: asked, house: house(), screen, stopping: stopping.signal })
    greet(voronka, asked, screen)
    await stopped
    await voronka.stop()
  } catch (error) {
    if (!stopping.signal.aborted) refuse(error, screen)
  }
}

/** `--empty` on a fresh data folder needs a password of the first administrator: from the settings or the terminal. */
async function withFirstAdministrator(settings: Settings, screen: Screen): Promise<Settings> {
  if (!settings.empty || settings.adminPassword || isFounded(settings.dataDir)) return settings
  if (!process.stdin.isTTY)
    throw new SettingRefused(
      `VORONKA_ADMIN_PASSWORD: ${screen.say('нужен пароль первого администратора (вход admin).', 'the first administrator (login admin) needs a password.')}`,
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const question = screen.say(
    'Пароль первого администратора (вход admin): ',
    'Password of the first administrator (login admin): ',
  )
  const adminPassword = await terminal.question(question)
  terminal.close()
  return withFirstAdministrator({ ...settings, adminPassword }, screen)
}

function greet({ url, founded }: Voronka, { dataDir }: Settings, { line, say }: Screen): void {
  line(`  ${say('Данные', 'Data')}: ${dataDir}`)
  if (founded) {
    const password = founded.password ? ` (${say('пароль у всех', 'one password')}: ${founded.password})` : ''
    line(`  ${say('Входы', 'Logins')}${password}:`)
    for (const each of founded.logins)
      line(`    ${each.login.padEnd(12)} ${each.name}${each.password ? `  ${each.password}` : ''}`)
  }
  line(`${say('Воронка готова', 'Voronka is up')} (ready): ${url}`)
}

/** What the reader can do something about is a sentence; anything else is ours and shows where it broke. */
function refuse(error: unknown, { line, say }: Screen): void {
  process.exitCode = 1
  if (error instanceof AlreadyRunning)
    line(
      say(
        `В папке данных ${error.dataDir} уже работает Воронка (процесс ${error.pid}). Остановите её или назовите другую папку в VORONKA_DATA.`,
        `Voronka runs on the data folder ${error.dataDir} already (process ${error.pid}). Stop it, or name another folder in VORONKA_DATA.`,
      ),
    )
  else if (error instanceof PortTaken) line(`${say('Адрес занят', 'The address is taken')}. ${error.message}`)
  else if (error instanceof SettingRefused || error instanceof PartFailed) line(error.message)
  else console.error(error)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof SettingRefused)) throw error
  console.error(error.message)
  process.exitCode = 1
}
