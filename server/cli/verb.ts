import type { ParseArgsOptionsConfig } from 'node:util'
import type { Settings } from '../settings.ts'
import type { BaseAtHand } from './base-at-hand.ts'
import type { Say } from './say.ts'

export interface VerbContext {
  base: BaseAtHand
  settings: Settings
  say: Say
  /** A line for the reader; swallowed under `--json`. */
  log(line: string): void
}

/** One command of `npm run cli`: how it is written, and what it does. */
export interface Verb {
  /** As it is typed: `user add`. */
  name: string
  /** The whole line, for the one who wrote it wrongly. */
  usage: string
  /** What it is for, in one line. */
  summary: { ru: string; en: string }
  /** How many words follow the name. */
  words: number
  options: ParseArgsOptionsConfig
  /** Names of options without which it makes no sense. */
  required: readonly string[]
  /**
   * Does it and answers what `--json` prints.
   * @throws InputRefused, WrongUse, Fact, UnreadableCatalog
   */
  run(words: string[], options: GivenOptions, ctx: VerbContext): Promise<object>
}
export type GivenOptions = Record<string, string | boolean | (string | boolean)[] | undefined>

/** The text of an option that is given at most once. */
export const textOf = (options: GivenOptions, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
