import Handlebars from 'handlebars'

/** What a template may call, besides our own helpers. `lookup` and `log` are left out: the first reaches, the second talks. */
export const builtInHelpers = ['if', 'unless', 'each', 'with'] as const

const forbiddenWords = new Set([
  'constructor',
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__lookupGetter__',
])

/** A template that asks for what templates may not do; `place` is «line:column». */
export class TemplateRefused extends Error {
  readonly code = 'TemplateRefused'
  readonly place: string
  constructor(why: string, place: string) {
    super(`${why} (${place})`)
    this.name = 'TemplateRefused'
    this.place = place
  }
}

/**
 * Reads a template and refuses unescaped output, helpers and partials that are not on the white lists,
 * partials chosen by data, decorators, and paths to prototypes (C9).
 * @throws TemplateRefused
 */
export function checkTemplate(
  source: string,
  allowed: { helpers: ReadonlySet<string>; partials: ReadonlySet<string> },
): hbs.AST.Program {
  const program = Handlebars.parse(source)
  new Inspector(allowed.helpers, allowed.partials).accept(program)
  return program
}

class Inspector extends Handlebars.Visitor {
  readonly #helpers: ReadonlySet<string>
  readonly #partials: ReadonlySet<string>
  constructor(helpers: ReadonlySet<string>, partials: ReadonlySet<string>) {
    super()
    this.#helpers = helpers
    this.#partials = partials
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) throw refused('unescaped output', mustache)
    this.#call(mustache, mustache.params.length > 0 || (mustache.hash?.pairs.length ?? 0) > 0)
    super.MustacheStatement(mustache)
  }
  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.#call(block, true)
    super.BlockStatement(block)
  }
  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#call(expression, true)
    super.SubExpression(expression)
  }
  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const { name } = partial
    if (name.type !== 'PathExpression' || !this.#partials.has((name as hbs.AST.PathExpression).original)) {
      throw refused('a partial that is not on the list', partial)
    }
    super.PartialStatement(partial)
  }
  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    throw refused('a partial block', partial)
  }
  override Decorator(decorator: hbs.AST.Decorator): void {
    throw refused('a decorator', decorator)
  }
  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    throw refused('a decorator', decorator)
  }
  override PathExpression(path: hbs.AST.PathExpression): void {
    const bad = path.parts.find(part => forbiddenWords.has(String(part)))
    if (bad) throw refused(`the name ${bad}`, path)
    super.PathExpression(path)
  }

  #call(node: { path: hbs.AST.Expression; loc: hbs.AST.SourceLocation }, mustBeHelper: boolean): void {
    if (!mustBeHelper) return
    const name = node.path.type === 'PathExpression' ? (node.path as hbs.AST.PathExpression).original : '?'
    if (!this.#helpers.has(name)) throw refused(`the helper ${name}`, node)
  }
}

const refused = (why: string, node: { loc: hbs.AST.SourceLocation }): TemplateRefused =>
  new TemplateRefused(
    `Template refused: ${why} is not allowed`,
    `${node.loc.start.line}:${node.loc.start.column}`,
  )
