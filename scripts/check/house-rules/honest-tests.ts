import type { SourceFile } from '../source-tree.ts'
import { dottedName, literalText } from '../syntax.ts'
import { findNodes, type HouseRule } from './rule.ts'

const tests = (file: SourceFile): boolean => file.isTest

export const everyTestRuns: HouseRule = {
  sentence: 'every test runs',
  holdsFor: tests,
  find: file =>
    findNodes(file, node => {
      const name = node.type === 'MemberExpression' ? dottedName(node) : ''
      return /^(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|skipIf|runIf|fails)$/.test(name)
        ? `${name}: repair it or remove it`
        : null
    }),
}

export const noMocksOfModules: HouseRule = {
  sentence: 'fakes over mocks',
  holdsFor: tests,
  find: file =>
    findNodes(file, node => {
      const name = node.type === 'CallExpression' ? dottedName(node.callee) : ''
      return /^(vi|vitest|jest)\.(mock|doMock|hoisted|unstable_mockModule)$/.test(name)
        ? `${name}: hand a fake in through the door`
        : null
    }),
}

export const noSleep: HouseRule = {
  sentence: 'no test sleeps',
  holdsFor: tests,
  find: file =>
    findNodes(file, node => {
      if (node.type === 'ImportDeclaration' && literalText(node.source) === 'node:timers/promises')
        return 'wait for what must happen, not for the clock'
      const name = node.type === 'CallExpression' ? dottedName(node.callee) : ''
      return /^(globalThis\.)?(setTimeout|setInterval)$/.test(name) ||
        /^(Bun|Atomics)\.(sleep|wait)$/.test(name)
        ? 'wait for what must happen, not for the clock'
        : null
    }),
}
