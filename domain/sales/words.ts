/** The same words in both languages of the product. */
export interface Words {
  ru: string
  en: string
}
export type Locale = keyof Words
