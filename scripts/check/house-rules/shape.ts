import type { SourceFile } from '../source-tree.ts'
import { isNode, type SyntaxNode } from '../syntax.ts'
import { findNodes, findText, type HouseRule, isCode } from './rule.ts'

const mostLines = 300
/** Data and translations: read as tables, not as a story. */
const longByNature =
  /\/(migrations|i18n|translations|data|funnels)\/|\.config\.ts$|^domain\/shared\/facts\.ts$/

export const shortFiles: HouseRule = {
  sentence: 'no file over 300 lines',
  holdsFor: file => isCode(file) && !longByNature.test(file.path),
  find(file) {
    const lines = file.text.trimEnd().split('\n').length
    return lines > mostLines ? [{ at: 0, detail: `${lines} lines: one verb, one file` }] : []
  },
}

/** Temporal takes its workflows and activities as one list each; these stand at the top of their rooms. */
const mayBeList = (path: string): boolean => /^(workflows|activities)\/[^/]+$/.test(path)

export const noBarrels: HouseRule = {
  sentence: 'no barrels but the two lists that Temporal needs',
  holdsFor: file => isCode(file) && !mayBeList(file.path),
  find(file) {
    const body = statements(file)
    const onlyForwards =
      body.length > 0 && body.every(node => /^Export/.test(node.type) && isNode(node.source))
    return onlyForwards ? [{ at: 0, detail: 'import from the file that holds the thing' }] : []
  },
}

const statements = (file: SourceFile): SyntaxNode[] => {
  const body = file.syntax?.program.body
  return Array.isArray(body) ? body.filter(isNode) : []
}

/** Configurations and vitest's global set-up are called by their default. */
export const namedExports: HouseRule = {
  sentence: 'exports have names',
  holdsFor: file => isCode(file) && !/(\.config|\/global-setup)\.ts$/.test(file.path),
  find: file =>
    findNodes(file, node =>
      node.type === 'ExportDefaultDeclaration' ? 'export it by name instead of default' : null,
    ),
}

const silencersOfAll = /@ts-(ignore|nocheck)|biome-ignore|eslint-disable/
/** A test may say what must not compile, and hand in what no type allows. */
const silencers = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/
const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/

export const noSilencers: HouseRule = {
  sentence: 'the tools are not silenced',
  holdsFor: isCode,
  find: file => [
    ...comments(file, file.isTest ? silencersOfAll : silencers).map(at => ({
      at,
      detail: 'repair the cause instead of silencing the tool',
    })),
    ...findNodes(file, node =>
      !file.isTest &&
      node.type === 'TSAsExpression' &&
      isNode(node.expression) &&
      isCastToUnknown(node.expression)
        ? 'as unknown as: parse or narrow instead'
        : null,
    ),
  ],
}

const isCastToUnknown = (node: SyntaxNode): boolean =>
  node.type === 'TSAsExpression' &&
  isNode(node.typeAnnotation) &&
  node.typeAnnotation.type === 'TSUnknownKeyword'

export const nothingUnfinished: HouseRule = {
  sentence: 'nothing is left for later without an owner',
  holdsFor: isCode,
  find: file =>
    comments(file, unfinished)
      .filter(at => !/^@TODO\(/.test(file.text.slice(at)))
      .map(at => ({ at, detail: 'do it now, or write @TODO(owner)' })),
}

const comments = (file: SourceFile, pattern: RegExp): number[] =>
  (file.syntax?.comments ?? []).filter(({ value }) => pattern.test(value)).map(({ start }) => start)

const hex =
  /(?<![&\w/])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-/])|\b(?:rgb|hsl|oklch)a?\(\s*[\d.]/gi
const tokensFile = 'domain/shared/look-tokens.ts'

export const coloursAreTokens: HouseRule = {
  sentence: 'colours are written in the look tokens only',
  holdsFor: file =>
    !file.isTest &&
    file.path !== tokensFile &&
    (/^(admin-ui\/src|integrations|server|domain)\//.test(file.path) || /\.(hbs|css)$/.test(file.path)),
  find: file => findText(file, hex, match => `${match} belongs into ${tokensFile}`),
}
