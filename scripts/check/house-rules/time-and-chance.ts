import type { SourceFile } from '../source-tree.ts'
import { dottedName, isNode, type SyntaxNode } from '../syntax.ts'
import { findNodes, type HouseRule, isCode } from './rule.ts'

const ownCode = (file: SourceFile): boolean => isCode(file) && !file.isTest
const inWorkflows = (file: SourceFile): boolean => ownCode(file) && file.room === 'workflows'

const isBare = (node: SyntaxNode): boolean => Array.isArray(node.arguments) && node.arguments.length === 0

/** `new Date()` and `Date()` read the real clock; `new Date(ms)` does not. */
const readsClock = (node: SyntaxNode): boolean =>
  (node.type === 'NewExpression' && dottedName(node.callee) === 'Date' && isBare(node)) ||
  (node.type === 'CallExpression' && dottedName(node.callee) === 'Date')

const isCall = (node: SyntaxNode, name: RegExp): boolean =>
  node.type === 'CallExpression' && name.test(dottedName(node.callee))

/** Workflows run again from their history: what differs from run to run breaks the replay. */
export const workflowsRepeat: HouseRule = {
  sentence: 'workflows give the same on every run',
  holdsFor: inWorkflows,
  find: file => findNodes(file, judgeWorkflow),
}

function judgeWorkflow(node: SyntaxNode, parents: readonly SyntaxNode[]): string | null {
  if (readsClock(node)) return 'take the time from Date.now(), which the engine keeps'
  if (isCall(node, /^console\./)) return 'use log of @temporalio/workflow, silent on replay'
  if (isCall(node, /\.toLocale\w*$/)) return 'ICU data change with Node: format in the domain'
  if (isCall(node, /^Intl\.\w+\.format(ToParts)?$/) || isFormatOfIntl(node))
    return 'format() without an argument reads the real clock, and ICU data change with Node'
  if (isCall(node, /^(crypto\.randomUUID|randomUUID)$/)) return 'use uuid4 of @temporalio/workflow'
  if (node.type === 'MemberExpression' && dottedName(node) === 'Temporal.Now')
    return 'take the time from Date.now(), which the engine keeps'
  const top = parents.length === 1 || (parents.length === 2 && parents[1]?.type === 'ExportNamedDeclaration')
  if (top && node.type === 'VariableDeclaration' && node.kind !== 'const')
    return 'no variable outlives a run: keep it in the state'
  return null
}

const isFormatOfIntl = (node: SyntaxNode): boolean => {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false
  const { callee } = node
  if (callee.type !== 'MemberExpression' || !isNode(callee.object)) return false
  const { object } = callee
  return object.type === 'NewExpression' && /^Intl\./.test(dottedName(object.callee))
}

/** Rules and deeds get time, chance and ids handed in, so that a test can say what they are. */
export const timeComesThroughTheDoor: HouseRule = {
  sentence: 'time, chance and ids come in through the door',
  holdsFor: file => ownCode(file) && (file.room === 'domain' || file.room === 'activities'),
  find: file =>
    findNodes(file, node => {
      if (readsClock(node) || isCall(node, /^Date\.now$/)) return 'ask the clock that was handed in'
      if (isCall(node, /^Math\.random$/)) return 'chance is handed in'
      return isCall(node, /(^|\.)randomUUID$/) ? 'ask the ids that were handed in' : null
    }),
}

const readsSettings = 'server/settings.ts'

export const oneFileReadsTheEnvironment: HouseRule = {
  sentence: 'one file reads the environment',
  holdsFor: file =>
    ownCode(file) && file.path !== readsSettings && file.room !== 'scripts' && file.room !== 'test',
  find: file =>
    findNodes(file, node =>
      node.type === 'MemberExpression' && /^(globalThis\.)?process\.env$/.test(dottedName(node))
        ? `take it from the settings (${readsSettings})`
        : null,
    ),
}

/** TypeScript lets an async validator pass, and its refusal is never awaited: the update would be accepted. */
export const validatorsAreSynchronous: HouseRule = {
  sentence: 'a validator of an update is synchronous',
  holdsFor: inWorkflows,
  find: file =>
    findNodes(file, node => {
      if (node.type !== 'Property' || keyOf(node) !== 'validator' || !isNode(node.value)) return null
      const { value } = node
      const isAsync =
        value.type === 'Identifier' ? asyncNames(file).has(String(value.name)) : value.async === true
      return isAsync ? 'an async refusal is never awaited' : null
    }),
}

const keyOf = (node: SyntaxNode): string => dottedName(node.key)

function asyncNames(file: SourceFile): Set<string> {
  const names = new Set<string>()
  findNodes(file, node => {
    if (node.type === 'FunctionDeclaration' && node.async === true) names.add(dottedName(node.id))
    if (node.type === 'VariableDeclarator' && isNode(node.init) && node.init.async === true)
      names.add(dottedName(node.id))
    return null
  })
  return names
}
