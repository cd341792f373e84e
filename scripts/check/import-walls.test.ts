import { describe, expect, it } from 'vitest'
import { asLine } from './finding.ts'
import { findWallBreaches } from './import-walls.ts'
import { plantTree } from './planted-tree.ts'

function breaches(files: Record<string, string>): string[] {
  using tree = plantTree(files)
  return findWallBreaches(tree.root).map(asLine)
}

const entity =
  "import { defineEntity } from '@mikro-orm/core'\nexport class Deal {}\nexport const d = defineEntity\n"

describe('workflows never reach the database', () => {
  it('catches an entity reached through an interface of activities, by type alone', () => {
    expect(
      breaches({
        'domain/sales/deal.entity.ts': entity,
        'activities/sales/deal-activities.ts':
          "import type { Deal } from '#domain/sales/deal.entity.ts'\nexport interface DealActivities { d: Deal }\n",
        'workflows/sales/deal.workflow.ts':
          "import { sleep } from '@temporalio/workflow'\nimport type { DealActivities } from '#activities/sales/deal-activities.ts'\nexport const d = sleep\nexport type A = DealActivities\n",
      }),
    ).toEqual([
      'workflows/sales/deal.workflow.ts:2: workflows never reach the database: workflows/sales/deal.workflow.ts → activities/sales/deal-activities.ts → domain/sales/deal.entity.ts',
    ])
  })
  it('catches the ORM and a type by import()', () => {
    expect(
      breaches({ 'workflows/a/a.workflow.ts': "export type A = import('@mikro-orm/core').Loaded\n" }),
    ).toEqual([
      'workflows/a/a.workflow.ts:1: workflows never reach the database: workflows/a/a.workflow.ts → @mikro-orm/core',
      'workflows/a/a.workflow.ts:1: workflows tell stories in plain values: imports the library @mikro-orm/core',
    ])
  })
})

/** What is planted, the one sentence it must be answered with. */
const planted: [string, Record<string, string>, string][] = [
  [
    'an activity that sends a message to the server',
    { 'activities/a/a.ts': "import { x } from '#server/a/a.ts'\nexport const y = x\n" },
    'activities/a/a.ts:1: activities receive and never reach: imports server/a/a.ts',
  ],
  [
    'an activity that takes more than types from a port',
    {
      'activities/a/a.ts': "import { Mail } from '#integrations/mail/mail.port.ts'\nexport const y = Mail\n",
    },
    'activities/a/a.ts:1: activities receive and never reach: imports integrations/mail/mail.port.ts: only types may be taken from it (import type)',
  ],
  [
    'an activity that opens a file by itself',
    { 'activities/a/a.ts': "import fs from 'node:fs'\nexport const y = fs\n" },
    'activities/a/a.ts:1: activities receive and never reach: imports the library node:fs',
  ],
  [
    'an activity that connects to the database by itself, where a type would do',
    {
      'activities/a/a.ts': "import { Client } from 'pg'\nexport const y = Client\n",
      'activities/a/b.ts': "import type { Client } from 'pg'\nexport type Y = Client\n",
    },
    'activities/a/a.ts:1: activities receive and never reach: imports the library pg',
  ],
  [
    'a domain that looks at the server',
    { 'domain/a/a.ts': "\nexport * from '#server/a/a.ts'\n" },
    'domain/a/a.ts:2: domain looks at nobody: imports server/a/a.ts',
  ],
  [
    'a pure rule with zod',
    { 'domain/a/a.ts': "import { z } from 'zod'\nexport const y = z\n" },
    'domain/a/a.ts:1: domain looks at nobody: imports the library zod',
  ],
  [
    'a pure rule with the ORM',
    { 'domain/a/a.ts': "import { p } from '@mikro-orm/core'\nexport const y = p\n" },
    'domain/a/a.ts:1: domain looks at nobody: imports the library @mikro-orm/core',
  ],
  [
    'a pure rule with a part of Node',
    { 'domain/a/a.ts': "import { createHash } from 'node:crypto'\nexport const y = createHash\n" },
    'domain/a/a.ts:1: domain looks at nobody: imports the library node:crypto',
  ],
  [
    'an entity that asks a workflow',
    { 'domain/a/a.entity.ts': "import { x } from '#workflows/a/a.messages.ts'\nexport const y = x\n" },
    'domain/a/a.entity.ts:1: domain looks at nobody: imports workflows/a/a.messages.ts',
  ],
  [
    'an adapter that knows its user',
    { 'integrations/mail/smtp/a.ts': "import type { X } from '#activities/a/a.ts'\nexport type Y = X\n" },
    'integrations/mail/smtp/a.ts:1: an adapter knows its port and not its users: imports activities/a/a.ts',
  ],
  [
    'an adapter that looks into another capability',
    {
      'integrations/mail/smtp/a.ts': "import { x } from '../../papers/papers.port.ts'\nexport const y = x\n",
    },
    'integrations/mail/smtp/a.ts:1: an adapter knows its port and not its users: imports integrations/papers/papers.port.ts, which belongs to another slice',
  ],
  [
    'a route that makes its own adapter',
    {
      'server/a/a.routes.ts':
        "import { smtp } from '#integrations/mail/smtp/smtp-mail.ts'\nexport const y = smtp\n",
    },
    'server/a/a.routes.ts:1: only compose meets an adapter: imports integrations/mail/smtp/smtp-mail.ts',
  ],
  [
    'a route that does a deed itself',
    { 'server/a/a.routes.ts': "const y = await import('#activities/a/a.ts')\nexport const z = y\n" },
    'server/a/a.routes.ts:1: routes speak to processes through messages: imports activities/a/a.ts',
  ],
  [
    'a route that runs a workflow file',
    { 'server/a/a.routes.ts': "import { a } from '#workflows/a/a.workflow.ts'\nexport const z = a\n" },
    'server/a/a.routes.ts:1: routes speak to processes through messages: imports workflows/a/a.workflow.ts: only types may be taken from it (import type)',
  ],
  [
    'a screen that reads an entity',
    {
      'admin-ui/src/a/A.tsx': "import { type Deal } from '#domain/a/deal.entity.ts'\nexport type D = Deal\n",
    },
    'admin-ui/src/a/A.tsx:1: screens know contracts only: imports domain/a/deal.entity.ts',
  ],
  [
    'a screen that reads a route',
    { 'admin-ui/src/a/A.tsx': "import type { R } from '#server/a/a.routes.ts'\nexport type D = R\n" },
    'admin-ui/src/a/A.tsx:1: screens know contracts only: imports server/a/a.routes.ts',
  ],
  [
    'a contract that pulls the server onto the screen',
    { 'server/a/a.contract.ts': "import { x } from './a.routes.ts'\nexport const y = x\n" },
    'server/a/a.contract.ts:1: a contract knows shapes and pure rules only: imports server/a/a.routes.ts',
  ],
  [
    'a process that imports its engine',
    { 'workflows/a/a.process.ts': "import { sleep } from '@temporalio/workflow'\nexport const y = sleep\n" },
    'workflows/a/a.process.ts:1: a process thinks without its engine: workflows/a/a.process.ts → @temporalio/workflow',
  ],
  [
    'a process that loads its engine through a neighbour',
    {
      'workflows/a/a.process.ts': "import { nap } from './nap.ts'\nexport const y = nap\n",
      'workflows/a/nap.ts': "import { sleep } from '@temporalio/workflow'\nexport const nap = sleep\n",
    },
    'workflows/a/a.process.ts:1: a process thinks without its engine: workflows/a/a.process.ts → workflows/a/nap.ts → @temporalio/workflow',
  ],
  [
    'code that leans on what serves tests alone',
    { 'domain/a/a.ts': "import { x } from './a-for-tests.ts'\nexport const y = x\n" },
    'domain/a/a.ts:1: domain looks at nobody: imports domain/a/a-for-tests.ts',
  ],
  [
    'a workflow that runs the activities in its own sandbox',
    {
      'workflows/a/a.workflow.ts': "import { x } from '#activities/a/a-activities.ts'\nexport const y = x\n",
    },
    'workflows/a/a.workflow.ts:1: workflows tell stories in plain values: imports activities/a/a-activities.ts: only types may be taken from it (import type)',
  ],
  [
    'a workflow that looks behind the messages of another',
    { 'workflows/a/a.workflow.ts': "import { x } from '../b/b.process.ts'\nexport const y = x\n" },
    'workflows/a/a.workflow.ts:1: workflows tell stories in plain values: imports workflows/b/b.process.ts, which belongs to another slice',
  ],
  [
    'a second file that speaks to Temporal',
    { 'server/a/a.routes.ts': "import type { Client } from '@temporalio/client'\nexport type C = Client\n" },
    'server/a/a.routes.ts:1: one file speaks to the engine: @temporalio/client belongs into server/engine/gateway.ts',
  ],
  [
    'compose that shows screens',
    { 'server/compose/a.ts': "import { x } from '../../admin-ui/src/a.ts'\nexport const y = x\n" },
    'server/compose/a.ts:1: compose knows everything but screens: imports admin-ui/src/a.ts',
  ],
]

describe('each wall refuses what is planted behind it', () => {
  it.each(planted)('%s', (_name, files, sentence) => {
    expect(breaches(files)).toEqual([sentence])
  })
})

describe('no circles', () => {
  it('catches two files that import each other, by type too', () => {
    expect(
      breaches({
        'server/a/one.ts': "\nimport { two } from './two.ts'\nexport const one = () => two\n",
        'server/a/two.ts': "import type { one } from './one.ts'\nexport const two = (o: typeof one) => o\n",
      }),
    ).toEqual(['server/a/one.ts:2: no circles: server/a/one.ts → server/a/two.ts → server/a/one.ts'])
  })
  it('lets entities of one folder point at each other, and of two folders not', () => {
    const pair = (folder: string) => ({
      'domain/clients/company.entity.ts': `import { Other } from '#domain/${folder}/other.entity.ts'\nexport class Company { o = () => Other }\n`,
      [`domain/${folder}/other.entity.ts`]:
        "import { Company } from '#domain/clients/company.entity.ts'\nexport class Other { c = () => Company }\n",
    })
    expect(breaches(pair('clients'))).toEqual([])
    expect(breaches(pair('sales'))).toEqual([
      'domain/clients/company.entity.ts:1: no circles: domain/clients/company.entity.ts → domain/sales/other.entity.ts → domain/clients/company.entity.ts',
    ])
  })
})

it('lets pass what the table allows', () => {
  expect(
    breaches({
      'domain/a/a.ts': 'export const a = 1\n',
      'domain/a/a.entity.ts':
        "import { p } from '@mikro-orm/core'\nimport { a } from './a.ts'\nexport const e = [p, a]\n",
      'workflows/a/a.messages.ts':
        "import { defineSignal } from '@temporalio/workflow'\nexport const s = defineSignal\n",
      'workflows/b/loop.ts':
        "import { sleep } from '@temporalio/workflow'\nexport interface Loop { s: typeof sleep }\n",
      'workflows/b/b.process.ts': "import type { Loop } from './loop.ts'\nexport type B = Loop\n",
      'workflows/b/b.workflow.ts':
        "import { s } from '../a/a.messages.ts'\nimport { a } from '#domain/a/a.ts'\nexport const t = [s, a]\n",
      'activities/a/create-a-activities.ts':
        "import type { Mail } from '#integrations/mail/mail.port.ts'\nimport { e } from '#domain/a/a.entity.ts'\nexport const m = (m: Mail) => [m, e]\n",
      'integrations/mail/mail.port.ts': 'export interface Mail { send(): void }\n',
      'integrations/mail/smtp/smtp-mail.ts':
        "import { createTransport } from 'nodemailer'\nimport type { Mail } from '../mail.port.ts'\nexport const m: Mail | typeof createTransport = createTransport\n",
      'server/a/a.contract.ts':
        "import { z } from 'zod'\nimport { a } from '#domain/a/a.ts'\nexport const c = [z, a]\n",
      'server/engine/gateway.ts':
        "import { Client } from '@temporalio/client'\nimport { s } from '#workflows/a/a.messages.ts'\nexport const g = [Client, s]\n",
      'server/compose/worker.ts':
        "import { m } from '#integrations/mail/smtp/smtp-mail.ts'\nexport const w = m\n",
      'server/start.ts': "import { w } from './compose/worker.ts'\nexport const s = w\n",
      'admin-ui/src/a/A.tsx':
        "import { c } from '#server/a/a.contract.ts'\nexport const A = () => <b>{c.length}</b>\n",
      'workflows/a/a.test.ts': "import { e } from '#domain/a/a.entity.ts'\nexport const x = e\n",
    }),
  ).toEqual([])
})
