import type { SourceFile } from '../source-tree.ts'
import { type SyntaxNode, walk } from '../syntax.ts'

/** What a rule found in one file: where (offset in the text, 0 for the whole file) and what to do instead. */
export interface Spot {
  at: number
  detail: string
}

export interface HouseRule {
  /** The rule as a sentence. */
  sentence: string
  /** Which files it holds for. */
  holdsFor(file: SourceFile): boolean
  find(file: SourceFile): Spot[]
}

/** Spots of all nodes for which `judge` has something to say. */
export function findNodes(
  file: SourceFile,
  judge: (node: SyntaxNode, parents: readonly SyntaxNode[]) => string | null,
): Spot[] {
  const spots: Spot[] = []
  if (!file.syntax) return spots
  walk(file.syntax.program, (node, parents) => {
    const detail = judge(node, parents)
    if (detail !== null) spots.push({ at: node.start, detail })
  })
  return spots
}

/** Spots of all matches of a pattern (with the flag g) in the text. */
export const findText = (file: SourceFile, pattern: RegExp, say: (match: string) => string): Spot[] =>
  [...file.text.matchAll(pattern)].map(match => ({ at: match.index, detail: say(match[0]) }))

export const isCode = (file: SourceFile): boolean => file.syntax !== null
