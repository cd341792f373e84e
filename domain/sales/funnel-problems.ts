/** What is wrong with a definition, where (a path the editor can mark), in words for its author. */
export interface FunnelProblem {
  /** `stages[2].rules[0].do[1].to`; empty for the definition as a whole. */
  place: string
  ru: string
  en: string
}

/** Collects problems while a foreign value is read; what cannot be read is told and replaced by something harmless. */
export class Reader {
  readonly problems: FunnelProblem[] = []

  tell(place: string, ru: string, en: string): void {
    if (this.problems.length < 200) this.problems.push({ place, ru, en })
  }

  /** An object with these fields and no others; undefined where it is none. */
  object(value: unknown, place: string, fields: readonly string[]): Record<string, unknown> | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.tell(place, 'Здесь должен быть объект', 'An object is expected here')
      return undefined
    }
    for (const field of Object.keys(value))
      if (!fields.includes(field))
        this.tell(
          at(place, field),
          `Поле «${cut(field)}» здесь не известно`,
          `Field “${cut(field)}” is not known here`,
        )
    return { ...value }
  }

  list(value: unknown, place: string, least: number, most: number): unknown[] {
    if (!Array.isArray(value)) {
      this.tell(place, 'Здесь должен быть список', 'A list is expected here')
      return []
    }
    if (value.length < least || value.length > most)
      this.tell(
        place,
        `Должно быть от ${least} до ${most}, а здесь ${value.length}`,
        `${least} to ${most} are allowed, ${value.length} given`,
      )
    return value.slice(0, most)
  }

  text(value: unknown, place: string, most = 200): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= most) return value
    this.tell(
      place,
      `Здесь должен быть текст до ${most} знаков`,
      `A text of up to ${most} characters is expected here`,
    )
    return ''
  }

  words(value: unknown, place: string): { ru: string; en: string } {
    const both = this.object(value, place, ['ru', 'en'])
    if (!both) return { ru: '', en: '' }
    return { ru: this.text(both.ru, at(place, 'ru')), en: this.text(both.en, at(place, 'en')) }
  }

  key(value: unknown, place: string): string {
    if (typeof value === 'string' && /^[a-z][a-z0-9_]{0,39}$/.test(value)) return value
    this.tell(
      place,
      'Ключ пишется строчными латинскими буквами, цифрами и «_», до 40 знаков',
      'A key is lower-case Latin letters, digits and “_”, up to 40 characters',
    )
    return ''
  }

  integer(value: unknown, place: string, least: number, most: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    this.tell(
      place,
      `Здесь должно быть целое число от ${least} до ${most}`,
      `A whole number from ${least} to ${most} is expected here`,
    )
    return least
  }

  oneOf<T extends string>(value: unknown, place: string, choices: readonly T[]): T | undefined {
    const chosen = choices.find(choice => choice === value)
    if (chosen === undefined)
      this.tell(
        place,
        `Значение «${cut(value)}» не известно; бывает: ${choices.join(', ')}`,
        `Value “${cut(value)}” is not known; it may be: ${choices.join(', ')}`,
      )
    return chosen
  }
}

/** The place of a field or an item inside a place. */
export const at = (place: string, inside: string | number): string =>
  typeof inside === 'number' ? `${place}[${inside}]` : place ? `${place}.${inside}` : inside

/** A foreign value as a sentence can show it. Never throws: an object may carry a `toString` of its own. */
export function cut(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? '…' : String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
