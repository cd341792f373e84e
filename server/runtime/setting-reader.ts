import { type SettingName, SettingRefused } from './setting-values.ts'

export type SettingReader = ReturnType<typeof settingReader>

/** Reads single settings and refuses wrong ones, in the language of the installation. */
export function settingReader(values: ReadonlyMap<SettingName, string>) {
  const english = values.get('VORONKA_LOCALE') === 'en'
  const refuse = (name: SettingName, russian: string, inEnglish: string): never => {
    throw new SettingRefused(`${name}: ${english ? inEnglish : russian}`)
  }
  const text = (name: SettingName): string | null => values.get(name) ?? null

  const oneOf = <T extends string>(name: SettingName, allowed: readonly T[], value: string): T =>
    allowed.find(each => each === value) ??
    refuse(
      name,
      `«${value}» не годится, бывает: ${allowed.join(', ')}.`,
      `"${value}" is not one of: ${allowed.join(', ')}.`,
    )

  return {
    refuse,
    text,
    choice: <T extends string>(name: SettingName, allowed: readonly T[], otherwise: T): T =>
      oneOf(name, allowed, text(name) ?? otherwise),
    choices: <T extends string>(name: SettingName, allowed: readonly T[], otherwise: string): T[] =>
      (text(name) ?? otherwise).split(',').map(each => oneOf(name, allowed, each.trim())),
    list: (name: SettingName): string[] => (text(name) ?? '').split(',').flatMap(each => each.trim() || []),
    yes: (name: SettingName): boolean => oneOf(name, ['0', '1'], text(name) ?? '0') === '1',
    port(name: SettingName, otherwise: number): number {
      const value = text(name) ?? String(otherwise)
      if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
      return refuse(
        name,
        `«${value}» не порт: нужно число от 0 до 65535.`,
        `"${value}" is not a port: 0 to 65535.`,
      )
    },
    matching(name: SettingName, form: RegExp, example: string): string | null {
      const value = text(name)
      if (value === null || form.test(value)) return value
      return refuse(
        name,
        `«${value}» не годится, нужно вроде «${example}».`,
        `"${value}" is not like "${example}".`,
      )
    },
    /** A refused address is not repeated: it may hold a password. */
    url(name: SettingName, schemes: string[]): string | null {
      const value = text(name)
      if (value === null) return null
      if (URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1))) return value
      const forms = schemes.map(each => `${each}://…`).join(', ')
      return refuse(name, `нужен адрес вида ${forms}`, `an address like ${forms} is expected`)
    },
  }
}
