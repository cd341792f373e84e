import { useLocaleState, useTranslate } from 'react-admin'
import type { Dictionary } from './ru.ts'

type Leaves<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Leaves<T[K], `${Before}${K}.`>
}[keyof T & string]

/** Every key of the dictionary; a misspelt one does not compile. */
export type WordKey = Leaves<Dictionary>
export type Words = (key: WordKey, values?: Record<string, string | number>) => string

/** The dictionary in the person's language. `smart_count` chooses the plural form. */
export function useWords(): Words {
  const translate = useTranslate()
  return (key, values) => translate(key, values)
}

/**
 * For words of an enumeration that comes from the server (`invoices.status.<value>`): a value newer than this
 * page shows as it is rather than breaking it.
 */
export function useWordOf(): (group: string, value: string | null | undefined) => string {
  const translate = useTranslate()
  return (group, value) => (value ? translate(`${group}.${value}`, { _: value }) : '')
}

/** The language of dates and sums. */
export function useLocale(): 'ru' | 'en' {
  const [locale] = useLocaleState()
  return locale === 'en' ? 'en' : 'ru'
}
