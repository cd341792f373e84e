const nbsp = '\u00a0'
const months =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

const parts = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, day, month: months[Number(month) - 1] ?? '' }
}
export const longDate = (date: string): string => {
  const { year, month, day } = parts(date)
  return `${Number(day)}${nbsp}${month} ${year}${nbsp}г.`
}
export const shortDate = (date: string): string => date.split('-').reverse().join('.')
/** '2026-03-02' → ««02» марта 2026 г.». */
export const contractDate = (date: string): string => {
  const { year, month, day } = parts(date)
  return `«${day}»${nbsp}${month} ${year}${nbsp}г.`
}
export const count = (n: number, one: string, few: string, many: string): string => {
  const tens = n % 100
  const last = n % 10
  return tens > 10 && tens < 15 ? many : last === 1 ? one : last > 1 && last < 5 ? few : many
}
export const amountInWords = (kopecks: bigint): string => kopecks.toString()
