import { parseArgs } from 'node:util'

export const settingNames = [
  ...(['HOST', 'PORT', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'TEMPORAL_CLI'] as const),
  ...(['VORONKA_DATA', 'VORONKA_BASE_URL', 'VORONKA_SECRET_FILE', 'VORONKA_DEMO_PASSWORD'] as const),
  ...(['VORONKA_ADMIN_PASSWORD', 'VORONKA_LOCALE', 'VORONKA_BROWSER', 'VORONKA_BROWSER_LIBRARIES'] as const),
  ...(['VORONKA_WORKFLOW_BUNDLE', 'VORONKA_UNDER_PARENT', 'VORONKA_EMPTY', 'VORONKA_QUEUES'] as const),
  ...([
    'SMTP_URL',
    'IMAP_URL',
    'MAIL_FROM',
    'LOG_LEVEL',
    'TRUST_PROXY',
    'ALLOW_PLAIN_HTTP',
    'METRICS_ALLOW',
  ] as const),
]
export type SettingName = (typeof settingNames)[number]

/** A wrong or contradictory setting, told as a sentence that begins with its name. */
export class SettingRefused extends Error {}

/** What was given, by name: a flag (`--port 0`, `--PORT=0`, `--data DIR`, `--empty`) wins over the environment. */
export function settingValues(env: NodeJS.ProcessEnv, argv: string[]): Map<SettingName, string> {
  const values = new Map<SettingName, string>()
  for (const name of settingNames) if (env[name]) values.set(name, env[name])
  const { tokens } = parseArgs({ args: argv, strict: false, tokens: true })
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      const before = tokens[index - 1]
      if (before?.kind === 'option' && before.value === undefined) continue
      throw new SettingRefused(`${token.value}: не настройка / not a setting`)
    }
    const name = nameOfFlag(token.name)
    if (!name) throw new SettingRefused(`${token.rawName}: такой настройки нет / there is no such setting`)
    const next = tokens[index + 1]
    const value = token.value ?? (next?.kind === 'positional' ? next.value : '1')
    values.set(name, value)
  }
  return values
}

/** `port`, `PORT`, `voronka-data` and the short `data` are names of settings. */
function nameOfFlag(flag: string): SettingName | undefined {
  const upper = flag.toUpperCase().replaceAll('-', '_')
  return settingNames.find(name => name === upper) ?? settingNames.find(name => name === `VORONKA_${upper}`)
}
