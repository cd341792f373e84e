import { canonicalJson } from './canonical-json.ts'
import { checkLoops } from './check-loops.ts'
import { checkStages } from './check-stages.ts'
import { readRules } from './compile-rule.ts'
import { readStage } from './compile-stage.ts'
import type { CompiledFunnel } from './funnel-definition.ts'
import { at, type FunnelProblem, Reader } from './funnel-problems.ts'

export const MOST_STAGES = 40
export const MOST_RULES = 200
/** Characters of the canonical form: it travels to the process as one payload. */
export const LONGEST_FUNNEL = 120_000

export type Compiled = { ok: true; funnel: CompiledFunnel } | { ok: false; problems: FunnelProblem[] }

/**
 * Turns a definition (or anything else) into the normal form a process can run, or says by place and sentence
 * what is wrong with it. Pure and total. The normal form compiles to itself.
 */
export function compileFunnel(definition: unknown): Compiled {
  const read = new Reader()
  const given = read.object(definition, '', ['language', 'key', 'name', 'start', 'stages', 'rules']) ?? {}
  if (given.language !== undefined && given.language !== 1)
    read.tell('language', 'Эта версия языка не известна', 'This version of the language is not known')
  const funnel: CompiledFunnel = {
    language: 1,
    key: read.key(given.key, 'key'),
    name: read.words(given.name, 'name'),
    start: read.key(given.start, 'start'),
    stages: read
      .list(given.stages, 'stages', 3, MOST_STAGES)
      .map((stage, i) => readStage(read, stage, at('stages', i))),
    rules: readRules(read, given.rules, 'rules'),
  }
  const rules = funnel.stages.reduce((sum, stage) => sum + stage.rules.length, funnel.rules.length)
  if (rules > MOST_RULES)
    read.tell(
      '',
      `Правил не больше ${MOST_RULES}, а здесь ${rules}`,
      `At most ${MOST_RULES} rules, ${rules} given`,
    )
  // what is said of stages means something only once each of them could be read
  if (read.problems.length === 0) checkStages(read, funnel)
  if (read.problems.length === 0) checkLoops(read, funnel)
  if (read.problems.length === 0 && canonicalFunnel(funnel).length > LONGEST_FUNNEL)
    read.tell('', 'Воронка слишком велика', 'The funnel is too large')
  return read.problems.length === 0 ? { ok: true, funnel } : { ok: false, problems: read.problems }
}

/** The one text of a funnel: what a published version's SHA-256 is taken of (UTF-8). */
export const canonicalFunnel = (funnel: CompiledFunnel): string => canonicalJson(funnel)
