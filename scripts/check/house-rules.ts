import { type Finding, sorted } from './finding.ts'
import { everyTestRuns, noMocksOfModules, noSleep } from './house-rules/honest-tests.ts'
import { fileNames, kindsAfterTheDot, tellingNames } from './house-rules/names.ts'
import type { HouseRule } from './house-rules/rule.ts'
import {
  coloursAreTokens,
  namedExports,
  noBarrels,
  noSilencers,
  nothingUnfinished,
  shortFiles,
} from './house-rules/shape.ts'
import {
  oneFileReadsTheEnvironment,
  timeComesThroughTheDoor,
  validatorsAreSynchronous,
  workflowsRepeat,
} from './house-rules/time-and-chance.ts'
import { findDictionaryGaps, wordsComeFromDictionaries } from './house-rules/words-on-screen.ts'
import { readSources, type SourceFile } from './source-tree.ts'

const rules: HouseRule[] = [
  kindsAfterTheDot,
  fileNames,
  tellingNames,
  shortFiles,
  noBarrels,
  namedExports,
  noSilencers,
  nothingUnfinished,
  coloursAreTokens,
  workflowsRepeat,
  timeComesThroughTheDoor,
  oneFileReadsTheEnvironment,
  validatorsAreSynchronous,
  everyTestRuns,
  noMocksOfModules,
  noSleep,
  wordsComeFromDictionaries,
]

/** Every breach of the rules of the house under the root. */
export function findHouseBreaches(root: string, sources: SourceFile[] = readSources(root)): Finding[] {
  const found = rules.flatMap(rule =>
    sources
      .filter(rule.holdsFor)
      .flatMap(file =>
        rule
          .find(file)
          .map(({ at, detail }) => ({ rule: rule.sentence, path: file.path, line: file.lineAt(at), detail })),
      ),
  )
  const gaps = findDictionaryGaps(sources).map(({ path, missing, comparedTo }) => ({
    rule: 'both languages have the same words',
    path,
    line: 1,
    detail: `${missing} is missing, ${comparedTo} has it`,
  }))
  return sorted([...found, ...gaps])
}
