import { describe, expect, it } from 'vitest'
import { asLine } from './finding.ts'
import { findHouseBreaches } from './house-rules.ts'
import { plantTree } from './planted-tree.ts'

function breaches(files: Record<string, string>): string[] {
  using tree = plantTree(files)
  return findHouseBreaches(tree.root).map(asLine)
}

const wf = 'workflows/sales/deal.workflow.ts'
const sameOnEveryRun = `${wf}:1: workflows give the same on every run`
const spec = 'domain/sales/deal.test.ts'
const door = 'time, chance and ids come in through the door'

/** Where it is planted, what is planted, and the line it must be answered with. */
const planted: [string, string, string][] = [
  [
    'domain/sales/deal.rules.ts',
    'export const a = 1',
    'domain/sales/deal.rules.ts:1: kinds after the dot come from a closed list: .rules is none of',
  ],
  [
    'domain/sales/dealMoves.ts',
    'export const a = 1',
    'domain/sales/dealMoves.ts:1: files are kebab-case, components PascalCase: rename dealMoves',
  ],
  [
    'server/sales/deal-utils.ts',
    'export const a = 1',
    'server/sales/deal-utils.ts:1: a name says what is inside: "utils" says nothing',
  ],
  [
    'server/common/deal.ts',
    'export const a = 1',
    'server/common/deal.ts:1: a name says what is inside: "common" says nothing',
  ],
  [
    'admin-ui/src/sales/DealManager.tsx',
    'export const a = 1',
    'admin-ui/src/sales/DealManager.tsx:1: a name says what is inside: "manager" says nothing',
  ],
  [
    'domain/sales/deal.ts',
    'export const a = 1\n'.repeat(301),
    'domain/sales/deal.ts:1: no file over 300 lines: 301 lines',
  ],
  [
    'domain/sales/deal.ts',
    "export * from './a.ts'\nexport { b } from './b.ts'",
    'domain/sales/deal.ts:1: no barrels but the two lists that Temporal needs',
  ],
  ['domain/sales/deal.ts', 'const a = 1\nexport default a', 'domain/sales/deal.ts:2: exports have names'],
  [
    'domain/sales/deal.ts',
    '\n// @ts-ignore\nexport const a = 1',
    'domain/sales/deal.ts:2: the tools are not silenced',
  ],
  [
    'domain/sales/deal.ts',
    'export const a = 1 as unknown as string',
    'domain/sales/deal.ts:1: the tools are not silenced: as unknown as',
  ],
  [
    'domain/sales/deal.ts',
    '// TODO later\nexport const a = 1',
    'domain/sales/deal.ts:1: nothing is left for later without an owner',
  ],
  [
    'admin-ui/src/a/A.tsx',
    "export const a = { color: '#0F6B5C' }",
    'admin-ui/src/a/A.tsx:1: colours are written in the look tokens only: #0F6B5C',
  ],
  [
    'admin-ui/src/a/a.ts',
    "export const a = 'rgba(0, 0, 0, .2)'",
    'admin-ui/src/a/a.ts:1: colours are written in the look tokens only: rgba(0',
  ],
  [
    'integrations/papers/templates/offer.hbs',
    '<p>\n<b style="color:#fff">',
    'integrations/papers/templates/offer.hbs:2: colours are written in the look tokens only: #fff',
  ],
  [wf, 'export let seen = 0', `${sameOnEveryRun}: no variable outlives a run`],
  [wf, "export const a = () => console.log('a')", `${sameOnEveryRun}: use log`],
  [wf, 'export const a = (n: number) => n.toLocaleString()', `${sameOnEveryRun}: ICU data`],
  [wf, "export const a = () => new Intl.DateTimeFormat('ru').format()", `${sameOnEveryRun}: format()`],
  [wf, 'export const a = () => new Date()', `${sameOnEveryRun}: take the time from Date.now()`],
  [wf, 'export const a = () => process.env.HOME', `${wf}:1: one file reads the environment`],
  [
    wf,
    "setHandler(u, () => 1, { validator: async () => { throw new Error('no') } })",
    `${wf}:1: a validator of an update is synchronous`,
  ],
  [
    wf,
    'const check = async () => 1\nsetHandler(u, () => 1, { validator: check })',
    `${wf}:2: a validator of an update is synchronous`,
  ],
  [
    wf,
    'setHandler(u, () => 1, { async validator() {} })',
    `${wf}:1: a validator of an update is synchronous`,
  ],
  [
    'domain/sales/deal.ts',
    'export const a = () => Date.now()',
    `domain/sales/deal.ts:1: ${door}: ask the clock`,
  ],
  [
    'activities/sales/deal.ts',
    'export const a = () => new Date()',
    `activities/sales/deal.ts:1: ${door}: ask the clock`,
  ],
  [
    'domain/sales/deal.ts',
    'export const a = () => crypto.randomUUID()',
    `domain/sales/deal.ts:1: ${door}: ask the ids`,
  ],
  ['domain/sales/deal.ts', 'export const a = () => Math.random()', `domain/sales/deal.ts:1: ${door}: chance`],
  [
    'server/sales/deal.ts',
    'export const a = process.env',
    'server/sales/deal.ts:1: one file reads the environment',
  ],
  [spec, "it.skip('a', () => {})", `${spec}:1: every test runs: it.skip`],
  [spec, "describe.only('a', () => {})", `${spec}:1: every test runs: describe.only`],
  [spec, "test.todo('a')", `${spec}:1: every test runs: test.todo`],
  [spec, "vi.mock('./deal.ts')", `${spec}:1: fakes over mocks: vi.mock`],
  [spec, 'await new Promise(done => setTimeout(done, 10))', `${spec}:1: no test sleeps`],
  [
    spec,
    "import { setTimeout as nap } from 'node:timers/promises'\nawait nap(10)",
    `${spec}:1: no test sleeps`,
  ],
  [
    'admin-ui/src/a/A.tsx',
    'export const A = () => <b>Сделки</b>',
    'admin-ui/src/a/A.tsx:1: words of the screen stand in the dictionaries: "Сделки"',
  ],
  [
    'admin-ui/src/a/A.tsx',
    "export const a = () => 'Сделки'",
    'admin-ui/src/a/A.tsx:1: words of the screen stand in the dictionaries: "Сделки"',
  ],
]

describe('each rule of the house catches what is planted', () => {
  it.each(planted)('%s: %s', (path, text, line) => {
    const found = breaches({ [path]: `${text}\n` })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(line)
  })
})

it('holds the two languages of the screen against each other, in both directions', () => {
  expect(
    breaches({
      'admin-ui/src/i18n/ru.ts':
        "export const ru = { verbs: { approve: 'Согласовать', reject: 'Отклонить' } }\n",
      'admin-ui/src/i18n/en.ts':
        "export const en = { verbs: { approve: 'Approve', undo: 'Undo' } } as const\n",
    }),
  ).toEqual([
    'admin-ui/src/i18n/en.ts:1: both languages have the same words: verbs.reject is missing, admin-ui/src/i18n/ru.ts has it',
    'admin-ui/src/i18n/ru.ts:1: both languages have the same words: verbs.undo is missing, admin-ui/src/i18n/en.ts has it',
  ])
})

it('lets pass what the house wants', () => {
  expect(
    breaches({
      'domain/shared/look-tokens.ts': "export const accent = '#0F6B5C'\n",
      'domain/sales/funnels/wholesale.ts': 'export const a = 1\n'.repeat(400),
      'workflows/sales/deal.process.test.ts': "it('moves', () => {})\n",
      'workflows/all-workflows.ts': "export { deal } from './sales/deal.workflow.ts'\n",
      [wf]: 'export const a = () => Date.now()\nexport const b = new Date(0)\nsetHandler(u, async () => 1, { validator: () => {} })\n',
      'server/settings.ts': 'export const env = process.env\n',
      'server/sales/deals.contract.ts': "import { x } from '#domain/sales/x.ts'\nexport const y = x\n",
      'admin-ui/src/deals/DealBoard.tsx':
        "// Доска сделок\nexport const A = () => <a href='#deals'>{t('deals.board')}</a>\n",
      'admin-ui/src/deals/index.ts': "export const deals = { name: 'deals' }\n",
      'admin-ui/vite.config.ts': 'export default {}\n',
      'integrations/papers/templates/offer.hbs': '<p>&#8470; {{#each lines}}{{/each}}</p>\n',
    }),
  ).toEqual([])
})
