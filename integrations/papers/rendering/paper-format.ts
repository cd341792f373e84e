import { formatQuantity } from '#domain/shared/quantity.ts'

const nbsp = '\u00a0'

/** '5.50' → «5,5%»; '0' stays «0%». */
export const formatPercent = (percent: string): string => `${formatQuantity(percent)}%`

/** VAT kinds as words on paper. `NONE` is «без НДС», which is not 0 % (DR-02). */
export const vatWords = (rate: string): string =>
  rate === 'NONE' ? 'без НДС' : `${rate.replace('VAT', '')}%`

/** Telephones, initials with their surname and the like never break at a line's end. */
export const unbroken = (text: string): string => text.replaceAll(' ', nbsp)
