import { formatQuantity } from '#domain/shared/quantity.ts'

const nbsp = '\u00a0'

/** '5.50' → «5,5%»; '0' stays «0%». */
export const formatPercent = (percent: string): string => `${formatQuantity(percent)}%`

/** Telephones, initials with their surname and the like never break at a line's end. */
export const unbroken = (text: string): string => text.replaceAll(' ', nbsp)

const short = '(?:г|ул|д|стр|корп|к|оф|офис|кв|пер|наб|ш|обл|р-н|пр-т|пр-д|б-р|пос|лит|пом)'
const boundWords = new RegExp(`(?<![\\p{L}-])(${short}\\.?) (?=[\\p{L}\\p{N}«])`, 'giu')

/** «ул. Садовая, д. 14» with no-break spaces after the short words of an address. */
export const boundAddress = (address: string): string => address.replaceAll(boundWords, `$1${nbsp}`)
