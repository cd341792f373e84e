import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './lock-file.ts'

/** `domain/sales/deal.entity.ts` in backticks; folders are rooms to fill and may still be empty. */
const namedPath =
  /`((?:domain|workflows|activities|integrations|server|admin-ui|test|docs|scripts)\/[\w./-]*\w)`/g
const link = /\]\((?!https?:|#)([^)#]+)/g

const pages = ['CONTRIBUTING.md', 'docs/glossary.md', ...decisions()]

function decisions(): string[] {
  return readdirSync(join(root, 'docs/decisions')).map(name => `docs/decisions/${name}`)
}

describe('what the documents point at is there', () => {
  it.each(pages)('%s', page => {
    const text = readFileSync(join(root, page), 'utf8')
    const named = [...text.matchAll(namedPath)].map(([, path = '']) => path)
    const linked = [...text.matchAll(link)].map(([, path = '']) => join(page, '..', path))
    expect([...named, ...linked].filter(path => !existsSync(join(root, path)))).toEqual([])
  })
})

it('every decision stands in the list, with its number', () => {
  const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8')
  const files = decisions().filter(path => /\/\d{4}-[a-z0-9-]+\.md$/.test(path))
  expect(files.length).toBeGreaterThanOrEqual(10)
  expect(files.filter(path => !list.includes(`(${path.split('/').at(-1)})`))).toEqual([])
})
