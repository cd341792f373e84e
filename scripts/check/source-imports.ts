import { dirname, join, normalize } from 'node:path/posix'
import type { SourceFile } from './source-tree.ts'
import { isNode, literalText, type SyntaxNode, walk } from './syntax.ts'

export interface Import {
  from: SourceFile
  specifier: string
  line: number
  /**
   * True for `import type`, `export type … from` and `import('…').T` in a type. `import { type A }` is not:
   * stripping the types leaves `import {}`, which loads the file.
   */
  typeOnly: boolean
  /** Path from the root for what is ours, otherwise null. */
  path: string | null
  /** `zod`, `@mikro-orm/core`, `node:fs` for what is not ours, otherwise null. */
  library: string | null
}

/** All a file imports: statements, re-exports, `import()` and types by `import('…')`. */
export function importsOf(file: SourceFile): Import[] {
  if (!file.syntax) return []
  const found: Import[] = []
  walk(file.syntax.program, node => {
    const source = sourceOf(node)
    if (source === null) return
    const kind = node.importKind ?? node.exportKind
    found.push({
      from: file,
      specifier: source,
      line: file.lineAt(node.start),
      typeOnly: kind === 'type' || node.type === 'TSImportType',
      ...resolve(file.path, source),
    })
  })
  return found
}

function sourceOf(node: SyntaxNode): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
      return literalText(node.source)
    case 'TSImportType':
      return literalText(node.source ?? node.argument)
    case 'TSExternalModuleReference':
      return literalText(node.expression)
    case 'CallExpression': {
      const callee = node.callee
      const argument = Array.isArray(node.arguments) ? node.arguments[0] : undefined
      const isRequire = isNode(callee) && callee.type === 'Identifier' && callee.name === 'require'
      return isRequire ? literalText(argument) : null
    }
    default:
      return null
  }
}

function resolve(importer: string, specifier: string): { path: string | null; library: string | null } {
  if (specifier.startsWith('#')) return { path: specifier.slice(1), library: null }
  if (specifier.startsWith('.')) return { path: normalize(join(dirname(importer), specifier)), library: null }
  if (specifier.startsWith('node:')) return { path: null, library: specifier }
  const parts = specifier.split('/')
  return { path: null, library: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') }
}
