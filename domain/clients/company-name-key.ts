/** Legal forms, longest first, as they stand before or after a name. */
const legalForms = [
  'общество с ограниченной ответственностью',
  'публичное акционерное общество',
  'открытое акционерное общество',
  'закрытое акционерное общество',
  'непубличное акционерное общество',
  'акционерное общество',
  'индивидуальный предприниматель',
  'автономная некоммерческая организация',
  'общественная организация',
  'государственное унитарное предприятие',
  'муниципальное унитарное предприятие',
  'производственный кооператив',
  'глава кфх',
  ...['фгбоу', 'фгбу', 'фгуп', 'муп', 'гуп', 'пао', 'оао', 'зао', 'нао', 'ооо', 'ано', 'тоо', 'чуп', 'кфх'],
  ...['ао', 'ип', 'чп', 'тд', 'пк', 'нко', 'llc', 'ltd', 'inc', 'gmbh', 'ooo', 'oao', 'zao', 'ao'],
]

/**
 * A name in the form names are compared in: small letters, ё → е, no quotes, signs or legal form:
 * 'ООО «Ромашка-Опт»' and 'Ромашка Опт, ООО' are both 'ромашка опт'. A name of nothing but a form stays.
 */
export function companyNameKey(name: string): string {
  const words = plainWords(name)
  let key = words
  for (let before = ''; before !== key; ) {
    before = key
    for (const form of legalForms) key = without(key, form)
  }
  return key || words
}

/** Small letters, ё → е, every other sign a space, single spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const without = (key: string, form: string): string =>
  key.startsWith(`${form} `)
    ? key.slice(form.length + 1)
    : key.endsWith(` ${form}`)
      ? key.slice(0, -form.length - 1)
      : key === form
        ? ''
        : key
