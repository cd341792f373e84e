import { join, resolve } from 'node:path'
import { type SettingReader, settingReader } from './runtime/setting-reader.ts'
import { SettingRefused, settingValues } from './runtime/setting-values.ts'

export { SettingRefused }

export interface Settings {
  host: string
  /** 0 = any free. */
  port: number
  /** Absolute path of the data folder. */
  dataDir: string
  /** Somebody else's PostgreSQL; null = the embedded one. In a child of the parent: the application's own login. */
  databaseUrl: string | null
  /** `address` null = an engine of our own, by the binary `cli` or the one that set-up placed. */
  temporal: { address: string | null; namespace: string; cli: string | null }
  /** Without a trailing slash; null = where the HTTP server listens. */
  baseUrl: string | null
  /** True behind TLS: cookies are `__Host-` and Secure. */
  secureCookies: boolean
  allowPlainHttp: boolean
  secretFile: string
  demoPassword: string | null
  adminPassword: string | null
  /** A fresh data folder gets no demo company but a first administrator. */
  empty: boolean
  smtpUrl: string | null
  imapUrl: string | null
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  locale: 'ru' | 'en'
  trustProxy: boolean
  metricsAllow: string[]
  /** The browser for papers; `libraryPath` goes into its LD_LIBRARY_PATH. Null = the one that set-up placed. */
  browser: { executablePath: string; libraryPath: string | null } | null
  /** Prebuilt workflow code; null = the worker bundles it itself. */
  workflowBundle: string | null
  /** Task queues that this worker serves. */
  queues: ('core' | 'exchange' | 'render')[]
  /** Started by the one parent, which has migrated the base already and waits for the IPC message `{ ready: true }`. */
  underParent: boolean
}

const root = resolve(import.meta.dirname, '..')

/**
 * Environment and flags → settings. The only file that reads the environment.
 * @throws SettingRefused for a wrong setting or a contradiction
 */
export function readSettings(
  env: NodeJS.ProcessEnv = process.env,
  argv: string[] = process.argv.slice(2),
): Settings {
  const read = settingReader(settingValues(env, argv))
  const dataDir = resolve(read.text('VORONKA_DATA') ?? join(root, '.voronka'))
  const browser = read.text('VORONKA_BROWSER')
  return {
    ...httpSettings(read),
    dataDir,
    databaseUrl: read.url('DATABASE_URL', ['postgres', 'postgresql']),
    temporal: {
      address: read.matching('TEMPORAL_ADDRESS', /^([^\s/:]+|\[[\da-f:]+\]):\d{1,5}$/i, '127.0.0.1:7233'),
      namespace: read.text('TEMPORAL_NAMESPACE') ?? 'default',
      cli: read.text('TEMPORAL_CLI'),
    },
    secretFile: resolve(read.text('VORONKA_SECRET_FILE') ?? join(dataDir, 'secret.json')),
    demoPassword: read.text('VORONKA_DEMO_PASSWORD'),
    adminPassword: read.text('VORONKA_ADMIN_PASSWORD'),
    empty: read.yes('VORONKA_EMPTY'),
    smtpUrl: read.url('SMTP_URL', ['smtp', 'smtps']),
    imapUrl: read.url('IMAP_URL', ['imap', 'imaps']),
    logLevel: read.choice(
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'info',
    ),
    locale: read.choice('VORONKA_LOCALE', ['ru', 'en'], 'ru'),
    browser:
      browser === null
        ? null
        : { executablePath: browser, libraryPath: read.text('VORONKA_BROWSER_LIBRARIES') },
    workflowBundle: read.text('VORONKA_WORKFLOW_BUNDLE'),
    queues: read.choices('VORONKA_QUEUES', ['core', 'exchange', 'render'], 'core,render'),
    underParent: read.yes('VORONKA_UNDER_PARENT'),
  }
}

function httpSettings(read: SettingReader) {
  const host =
    read.matching('HOST', /^[\da-f:.]+$|^[a-z\d]([a-z\d.-]*[a-z\d])?$/i, '127.0.0.1') ?? '127.0.0.1'
  const baseUrl = read.url('VORONKA_BASE_URL', ['http', 'https'])?.replace(/\/+$/, '') ?? null
  const secureCookies = baseUrl?.startsWith('https:') ?? false
  const allowPlainHttp = read.yes('ALLOW_PLAIN_HTTP')
  if (!secureCookies && !allowPlainHttp) {
    if (!isThisMachine(host)) refuseOpenHttp(read, 'HOST', host)
    if (baseUrl && !isThisMachine(new URL(baseUrl).hostname))
      refuseOpenHttp(read, 'VORONKA_BASE_URL', baseUrl)
  }
  return {
    host,
    port: read.port('PORT', 3000),
    baseUrl,
    secureCookies,
    allowPlainHttp,
    trustProxy: read.yes('TRUST_PROXY'),
    metricsAllow: read.list('METRICS_ALLOW'),
  }
}

/** Passwords over plain HTTP: within this machine only, unless somebody answers for the network. */
function refuseOpenHttp(read: SettingReader, name: 'HOST' | 'VORONKA_BASE_URL', value: string): never {
  return read.refuse(
    name,
    `${value} виден из сети, а связь без TLS. Укажите VORONKA_BASE_URL=https://… (и прокси с TLS) или ALLOW_PLAIN_HTTP=1 для доверенной сети.`,
    `${value} is open to the network without TLS. Set VORONKA_BASE_URL=https://… (and a proxy with TLS), or ALLOW_PLAIN_HTTP=1 for a trusted network.`,
  )
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.')

/**
 * The environment in which a child reads these very settings, flags of the parent included.
 * @param changed settings that the parent knows better than its own environment
 */
export function environmentOf(settings: Settings, changed: Partial<Settings> = {}): NodeJS.ProcessEnv {
  const { temporal, browser, ...s } = { ...settings, ...changed }
  const flag = (on: boolean) => (on ? '1' : '0')
  return {
    ...process.env,
    ...{ HOST: s.host, PORT: String(s.port), VORONKA_DATA: s.dataDir, VORONKA_SECRET_FILE: s.secretFile },
    ...{ DATABASE_URL: s.databaseUrl ?? '', VORONKA_BASE_URL: s.baseUrl ?? '' },
    ...{ TEMPORAL_ADDRESS: temporal.address ?? '', TEMPORAL_NAMESPACE: temporal.namespace },
    ...{ TEMPORAL_CLI: temporal.cli ?? '', ALLOW_PLAIN_HTTP: flag(s.allowPlainHttp) },
    ...{ VORONKA_DEMO_PASSWORD: s.demoPassword ?? '', VORONKA_ADMIN_PASSWORD: s.adminPassword ?? '' },
    ...{ VORONKA_EMPTY: flag(s.empty), SMTP_URL: s.smtpUrl ?? '', IMAP_URL: s.imapUrl ?? '' },
    ...{
      LOG_LEVEL: s.logLevel,
      VORONKA_LOCALE: s.locale,
      TRUST_PROXY: flag(s.trustProxy),
    },
    ...{ METRICS_ALLOW: s.metricsAllow.join(','), VORONKA_BROWSER: browser?.executablePath ?? '' },
    ...{ VORONKA_BROWSER_LIBRARIES: browser?.libraryPath ?? '', VORONKA_QUEUES: s.queues.join(',') },
    ...{ VORONKA_WORKFLOW_BUNDLE: s.workflowBundle ?? '', VORONKA_UNDER_PARENT: flag(s.underParent) },
  }
}
