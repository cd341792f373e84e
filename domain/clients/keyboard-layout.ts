const english = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ'

const table = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((key, at) => [key, to[at] ?? key]))
const toRussian = table(english, russian)
const toEnglish = table(russian, english)
const through = (text: string, keys: ReadonlyMap<string, string>): string =>
  [...text].map(key => keys.get(key) ?? key).join('')

/** What was meant by keys struck in the English layout: 'hjvfirf' → 'ромашка'. */
export const inRussianLayout = (text: string): string => through(text, toRussian)

/** What was meant by keys struck in the Russian layout: 'кщьфылф' → 'romaska'. */
export const inEnglishLayout = (text: string): string => through(text, toEnglish)
