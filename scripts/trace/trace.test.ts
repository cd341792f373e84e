import { expect, it } from 'vitest'
import { plantTree } from '../check/planted-tree.ts'
import { asText, trace } from '../trace.ts'
import { idsIn } from './ids-in-tests.ts'
import { families, idsOf } from './known-ids.ts'

it('reads single ids, several, and ranges', () => {
  expect(idsIn('DR-21 the code, S-034')).toEqual(['DR-21', 'S-034'])
  expect(idsIn('DR-30…DR-31 and A1–A3')).toEqual(['DR-30', 'DR-31', 'A1', 'A2', 'A3'])
  expect(idsIn('PG4, TE1: a term')).toEqual(['PG4', 'TE1'])
  expect(idsIn('a crash is repaired (A12)')).toEqual(['A12'])
  expect(idsIn('PDF/A4, one A4 page, ISO-8859, MI6, T-34')).toEqual([])
})

it('knows each id once', () => {
  const ids = families.flatMap(idsOf)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain('S-198')
  expect(ids).toContain('CML-86')
})

it('tells which tests show an id, groups above them included, and which ids nobody shows', () => {
  using tree = plantTree({
    'domain/a/a.test.ts': "describe('S-001 one base', () => {\n  it.each([1])('DR-21 %s', () => {})\n})\n",
    'domain/a/b.ts': "it('S-002 is no test', () => {})\n",
    'integrations/m/m.exam.ts': 'export const m = (n: string) => test(`$' + '{n}: CML-17 holds`, () => {})\n',
    'test/stories/s.story.test.ts': "test('S-777 is a slip of the pen', () => {})\n",
  })
  const found = trace(tree.root)
  expect([...found.shown.keys()]).toEqual(['S-001', 'CML-17', 'DR-21'])
  expect(found.shown.get('S-001')).toEqual([
    { path: 'domain/a/a.test.ts', line: 2, name: 'DR-21 %s', ids: ['S-001', 'DR-21'] },
  ])
  expect(found.missing.get('requirements')).toHaveLength(197)
  expect([...found.unknown.keys()]).toEqual(['S-777'])
  expect(asText(found)).toContain('3 ids shown, ')
})
