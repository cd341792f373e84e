import type { Zone } from './zones.ts'

/** What a zone may take from another: running code (and types), or types alone. */
export type Permit = 'values' | 'types'

export interface Wall {
  /** The rule as a sentence, said when a file of the zone breaks it. */
  sentence: string
  /** Zones that may be imported; what is not named is refused. */
  zones: Partial<Record<Zone, Permit>>
  /** Libraries that may be imported; everything where it is absent. */
  libraries?: RegExp
  /** Libraries of which types alone may be imported: the thing itself is handed in. */
  typesOfLibraries?: RegExp
  /** Libraries refused although `libraries` is absent. */
  notLibraries?: RegExp
}

const database = /^(@mikro-orm\/|pg$|pg-)/

/** A library that is the database, or speaks to it. */
export const isDatabase = (library: string): boolean => database.test(library)

const activities: Wall = {
  sentence: 'activities receive and never reach',
  zones: {
    domain: 'values',
    entity: 'values',
    messages: 'values',
    process: 'types',
    workflow: 'types',
    deeds: 'values',
    activity: 'values',
    port: 'types',
  },
  libraries:
    /^(@mikro-orm\/(core|sql|postgresql)|pg-copy-streams|@temporalio\/(activity|common)|node:(crypto|buffer|stream|stream\/promises|path))$/,
  typesOfLibraries: /^pg$/,
}

const integrations: Wall = {
  sentence: 'an adapter knows its port and not its users',
  zones: { domain: 'values', port: 'values', adapter: 'values' },
  notLibraries: /^(@mikro-orm\/|@temporalio\/|pg$|express$)/,
}

const everythingButScreens: Partial<Record<Zone, Permit>> = {
  domain: 'values',
  entity: 'values',
  messages: 'values',
  process: 'values',
  workflow: 'values',
  deeds: 'values',
  activity: 'values',
  port: 'values',
  adapter: 'values',
  contract: 'values',
  server: 'values',
  compose: 'values',
  script: 'values',
}

/** The import table of docs/architecture.md as data. */
export const walls: Record<Exclude<Zone, 'test' | 'script'>, Wall> = {
  domain: { sentence: 'domain looks at nobody', zones: { domain: 'values' }, libraries: /^$/ },
  entity: {
    sentence: 'domain looks at nobody',
    zones: { domain: 'values', entity: 'values' },
    libraries: /^@mikro-orm\/(core|sql|postgresql)$/,
  },
  messages: {
    sentence: 'workflows tell stories in plain values',
    zones: { domain: 'values', messages: 'values', process: 'types', workflow: 'values' },
    libraries: /^@temporalio\/(workflow|common)$/,
  },
  process: {
    sentence: 'a process thinks without its engine',
    zones: { domain: 'values', process: 'values', messages: 'types', workflow: 'values' },
    libraries: /^@temporalio\/(workflow|common)$/,
  },
  workflow: {
    sentence: 'workflows tell stories in plain values',
    zones: { domain: 'values', messages: 'values', process: 'values', workflow: 'values', deeds: 'types' },
    libraries: /^@temporalio\/(workflow|common)$/,
  },
  deeds: activities,
  activity: activities,
  port: integrations,
  adapter: integrations,
  contract: {
    sentence: 'a contract knows shapes and pure rules only',
    zones: { domain: 'values', contract: 'values' },
    libraries: /^zod(-openapi)?$/,
  },
  server: {
    sentence: 'routes speak to processes through messages',
    zones: {
      domain: 'values',
      entity: 'values',
      messages: 'values',
      process: 'types',
      workflow: 'types',
      port: 'types',
      contract: 'values',
      server: 'values',
    },
  },
  compose: { sentence: 'compose knows everything but screens', zones: everythingButScreens },
  screen: {
    sentence: 'screens know contracts only',
    zones: { domain: 'values', contract: 'values', screen: 'values' },
    notLibraries: /^(@mikro-orm\/|@temporalio\/|node:|pg$|express$|nodemailer$|puppeteer$)/,
  },
}
