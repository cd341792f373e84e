/** A breach of a rule of the house: the rule as a sentence, and the place. */
export interface Finding {
  /** The rule as a sentence, e.g. 'workflows never reach the database'. */
  rule: string
  /** Path from the root of the repository, with forward slashes. */
  path: string
  /** Line from 1; 1 also where the whole file is meant. */
  line: number
  /** What was found and what to use instead. */
  detail: string
}

/** `domain/sales/deal.ts:12: domain looks at nobody: imports …` — one line, to be clicked in a terminal. */
export const asLine = ({ rule, path, line, detail }: Finding): string => `${path}:${line}: ${rule}: ${detail}`

/** Findings in the order of the files, each place said once. */
export function sorted(findings: Finding[]): Finding[] {
  const byPlace = new Map(findings.map(finding => [asLine(finding), finding]))
  return [...byPlace.values()].sort(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.rule.localeCompare(b.rule),
  )
}
