import { createInterface } from 'node:readline/promises'
import { readSettings, SettingRefused, type Settings } from '../settings.ts'
import { isFounded } from './founding.ts'
import { PortTaken } from './free-port.ts'
import type { House } from './house.ts'
import { startVoronka, type Voronka } from './parent.ts'
import { clusterElsewhere } from './postgres-cluster.ts'
import { AlreadyRunning } from './run-record.ts'
import { PartFailed } from './running-process.ts'
import { openScreen, type Screen } from './screen.ts'

/**
 * The parent as a command: tells at the terminal what happens, ends on Ctrl-C, and leaves an exit code: 0 stopped when
 * asked to, 1 not started.
 */
export async function startInTerminal(house: (settings: Settings) => House): Promise<void> {
  let screen = openScreen('ru', console.log)
  const stopping = new AbortController()
  try {
    const settings = readSettings()
    screen = openScreen(settings.locale, console.log)
    const stopped = stopOnSignals(stopping, screen)
    screen.line(screen.say('Запуск', 'Start'))
    const asked = await withFirstAdministrator(settings, screen)
    const voronka = await startVoronka({
      settings: asked,
      house: house(asked),
      screen,
      stopping: stopping.signal,
    })
    greet(voronka, asked, screen)
    await stopped
    await voronka.stop()
  } catch (error) {
    if (stopping.signal.aborted) return
    process.exitCode = 1
    console.error(inWords(error, screen))
  }
}

function stopOnSignals(stopping: AbortController, { line, say }: Screen): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (!stopping.signal.aborted) line(say('Останавливаюсь…', 'Stopping…'))
        stopping.abort()
        resolve()
      })
  })
}

/** `--empty` on a fresh data folder needs a password of the first administrator: from the settings or the terminal. */
async function withFirstAdministrator(settings: Settings, { say }: Screen): Promise<Settings> {
  if (!settings.empty || settings.adminPassword || isFounded(settings.dataDir)) return settings
  if (!process.stdin.isTTY) {
    const why = say('нужен пароль первого администратора.', 'the first administrator needs a password.')
    throw new SettingRefused(`VORONKA_ADMIN_PASSWORD: ${why}`)
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const question = say(
    'Пароль первого администратора (вход admin): ',
    'Password of the first administrator (login admin): ',
  )
  const adminPassword = await terminal.question(question)
  terminal.close()
  return withFirstAdministrator({ ...settings, adminPassword }, openScreen(settings.locale, console.log))
}

function greet({ url, founded }: Voronka, { dataDir }: Settings, { line, say }: Screen): void {
  line(`  ${say('Данные', 'Data')}: ${dataDir}`)
  const base = clusterElsewhere(dataDir)
  // As root, below a folder that user postgres may not enter.
  if (base) line(`  ${say('База', 'Base')}: ${base}`)
  if (founded) {
    const password = founded.password
      ? ` (${say('пароль у всех один', 'one password for all')}: ${founded.password})`
      : ''
    line(`  ${say('Входы', 'Logins')}${password}:`)
    for (const each of founded.logins)
      line(`    ${each.login.padEnd(12)} ${each.name}${each.password ? `  ${each.password}` : ''}`)
  }
  line(`${say('Воронка готова', 'Voronka is up')} (ready): ${url}`)
}

/** What the reader can do something about is a sentence; anything else is ours and shows where it broke. */
function inWords(error: unknown, { say }: Screen): unknown {
  if (error instanceof AlreadyRunning)
    return say(
      `В папке данных ${error.dataDir} уже работает Воронка (процесс ${error.pid}). Остановите её или назовите другую папку в VORONKA_DATA.`,
      `Voronka runs on the data folder ${error.dataDir} already (process ${error.pid}). Stop it, or name another folder in VORONKA_DATA.`,
    )
  if (error instanceof PortTaken) return `${say('Адрес занят', 'The address is taken')}. ${error.message}`
  if (error instanceof SettingRefused || error instanceof PartFailed) return error.message
  return error
}
