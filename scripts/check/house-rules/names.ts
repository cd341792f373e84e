import type { SourceFile } from '../source-tree.ts'
import { type HouseRule, isCode } from './rule.ts'

const kinds = new Set([
  'entity',
  'process',
  'workflow',
  'messages',
  'port',
  'exam',
  'contract',
  'routes',
  'policy',
  'presenter',
])
const testKinds = new Set(['test', 'story.test'])
const refusedWords = new Set(['utils', 'util', 'helpers', 'helper', 'misc', 'common', 'manager', 'managers'])
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const pascal = /^[A-Z][A-Za-z0-9]*$/

const kindIsKnown = (kind: string): boolean =>
  kind === '' ||
  kinds.has(kind) ||
  testKinds.has(kind) ||
  (kind.endsWith('.test') && kinds.has(kind.slice(0, -'.test'.length)))

/** Files whose names others prescribe: configurations of tools, declarations, the migrator's own. */
const namedByOthers = (path: string): boolean =>
  /\.(config|d)\.ts$/.test(path) || /\/migrations\/[^/]+$/.test(path)

function parts(path: string): { folders: string[]; stem: string; kind: string; extension: string } {
  const folders = path.split('/')
  const [stem = '', ...rest] = (folders.pop() ?? '').split('.')
  const extension = rest.pop() ?? ''
  return { folders, stem, kind: rest.join('.'), extension }
}

const words = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split('-')

export const kindsAfterTheDot: HouseRule = {
  sentence: 'kinds after the dot come from a closed list',
  holdsFor: file => isCode(file) && !namedByOthers(file.path),
  find(file) {
    const { kind } = parts(file.path)
    return kindIsKnown(kind)
      ? []
      : [{ at: 0, detail: `.${kind} is none of .${[...kinds].join(', .')}, .test` }]
  },
}

export const fileNames: HouseRule = {
  sentence: 'files are kebab-case, components PascalCase',
  holdsFor: file => isCode(file) && !namedByOthers(file.path),
  find(file) {
    const { stem, extension } = parts(file.path)
    const fits = kebab.test(stem) || (extension === 'tsx' && pascal.test(stem))
    return fits ? [] : [{ at: 0, detail: `rename ${stem}` }]
  },
}

export const tellingNames: HouseRule = {
  sentence: 'a name says what is inside',
  holdsFor: isCode,
  find(file: SourceFile) {
    const { folders, stem } = parts(file.path)
    return [...folders, stem]
      .flatMap(words)
      .filter(word => refusedWords.has(word))
      .map(word => ({ at: 0, detail: `"${word}" says nothing: name the verb or the thing` }))
  },
}
