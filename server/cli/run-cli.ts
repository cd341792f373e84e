import { parseArgs } from 'node:util'
import { Fact, sentence } from '#domain/shared/fact.ts'
import { UnreadableCatalog } from '#integrations/commerceml/commerceml.port.ts'
import { AlreadyRunning } from '../runtime/run-record.ts'
import { PartFailed } from '../runtime/running-process.ts'
import { readSettings, SettingRefused } from '../settings.ts'
import { type BaseAtHand, baseAtHand } from './base-at-hand.ts'
import { InputRefused, WrongUse } from './refusals.ts'
import type { Say } from './say.ts'
import type { GivenOptions, Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/**
 * `npm run cli -- VERB …`: stdout gets what came of it (one JSON object under `--json`), stderr the sentence of a
 * refusal. @returns the exit code: 0 done, 1 refused, 2 wrong use
 */
export async function runCli(argv: string[]): Promise<0 | 1 | 2> {
  let say: Say = russian => russian
  try {
    const settings = readSettings(undefined, [])
    if (settings.locale === 'en') say = (_, english) => english
    const json = argv.includes('--json')
    const { verb, words, options } = understand(
      argv.filter(word => word !== '--json'),
      say,
    )
    const base = await baseAtHand(settings, say)
    closeOnSignals(base)
    try {
      const log = json ? () => undefined : console.log
      const answer = await verb.run(words, options, { base, settings, say, log })
      if (json) console.log(JSON.stringify(answer))
    } finally {
      await base.close()
    }
    return 0
  } catch (error) {
    console.error(inWords(error, say))
    return error instanceof WrongUse ? 2 : 1
  }
}

/** @throws WrongUse, which says how it is written */
function understand(argv: string[], say: Say) {
  const verb = verbs.find(({ name }) => ` ${argv.join(' ')} `.startsWith(` ${name} `))
  if (!verb) throw new WrongUse(whatThereIs(argv, say))
  const { values: options, positionals } = parsed(verb, argv.slice(verb.name.split(' ').length), say)
  const missing = verb.required.filter(name => options[name] === undefined)
  if (positionals.length !== verb.words || missing.length > 0) throw new WrongUse(howItIsWritten(verb, say))
  return { verb, words: positionals, options }
}

function parsed(verb: Verb, args: string[], say: Say): { values: GivenOptions; positionals: string[] } {
  try {
    return parseArgs({ args, options: verb.options, allowPositionals: true })
  } catch {
    throw new WrongUse(howItIsWritten(verb, say))
  }
}

const howItIsWritten = ({ usage }: Verb, say: Say): string =>
  `${say('Команда пишется так', 'This is how it is written')}: npm run cli -- ${usage} [--json]`

function whatThereIs(argv: string[], say: Say): string {
  const [asked] = argv.filter(word => !word.startsWith('-'))
  const first = asked
    ? say(`Команды «${asked}» нет.`, `There is no command "${asked}".`)
    : say('Не сказано, что сделать.', 'What is to be done is not said.')
  const lines = verbs.map(({ usage, summary }) => `  ${usage}\n      ${say(summary.ru, summary.en)}`)
  return [`${first} ${say('Есть', 'There are')}:`, ...lines].join('\n')
}

/** A base started for the moment runs in a group of its own and would outlive Ctrl-C. */
function closeOnSignals(base: BaseAtHand): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void base.close().finally(() => process.exit(1)))
}

/** What the reader can do something about is a sentence; anything else is ours and shows where it broke. */
function inWords(error: unknown, say: Say): unknown {
  if (error instanceof Fact) return sentence(error, say('ru', 'en') === 'en' ? 'en' : 'ru')
  if (error instanceof AlreadyRunning)
    return say(
      `Папка данных ${error.dataDir} занята процессом ${error.pid}. Повторите, когда он закончит.`,
      `The data folder ${error.dataDir} is held by process ${error.pid}. Try again when it is done.`,
    )
  const told = [WrongUse, InputRefused, UnreadableCatalog, SettingRefused, PartFailed]
  return error instanceof Error && told.some(kind => error instanceof kind) ? error.message : error
}
