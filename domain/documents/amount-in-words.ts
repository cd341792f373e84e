import { formatKopecks, type Kopecks } from '../shared/kopecks.ts'

export type Gender = 'masculine' | 'feminine' | 'neuter'
/** Forms after 1, after 2–4 and after 5: рубль, рубля, рублей. */
export type Forms = readonly [one: string, few: string, many: string]

/** Currencies a sum can be written in, by their letter code. */
export const currencyWords = {
  RUB: { gender: 'masculine', whole: ['рубль', 'рубля', 'рублей'], part: ['копейка', 'копейки', 'копеек'] },
  USD: { gender: 'masculine', whole: ['доллар', 'доллара', 'долларов'], part: ['цент', 'цента', 'центов'] },
  EUR: { gender: 'masculine', whole: ['евро', 'евро', 'евро'], part: ['цент', 'цента', 'центов'] },
  CNY: { gender: 'masculine', whole: ['юань', 'юаня', 'юаней'], part: ['фэнь', 'фэня', 'фэней'] },
} as const satisfies Record<string, { gender: Gender; whole: Forms; part: Forms }>

/** 122000_00n → 'Сто двадцать две тысячи рублей 00 копеек' (specs/documents-ru §3). Kopecks are hundredths. */
export function amountInWords(kopecks: Kopecks, currency: keyof typeof currencyWords = 'RUB'): string {
  const { gender, whole, part }: { gender: Gender; whole: Forms; part: Forms } = currencyWords[currency]
  const amount = kopecks < 0n ? -kopecks : kopecks
  const [units, rest] = [amount / 100n, amount % 100n]
  const words = [
    ...[kopecks < 0n ? 'минус' : '', numberInWords(units, gender), plural(units, ...whole)],
    ...[rest.toString().padStart(2, '0'), plural(rest, ...part)],
  ]
  return capitalise(words.filter(Boolean).join(' '))
}

/** 'Всего наименований 2, на сумму 122 000,00 руб.' */
export const countInWords = (count: number, kopecks: Kopecks): string =>
  `Всего наименований ${count}, на сумму ${formatKopecks(kopecks)}\u00a0руб.`

/** The form of a noun after a number: plural(2, 'день', 'дня', 'дней') → 'дня'. */
export function plural(n: number | bigint, one: string, few: string, many: string): string {
  const last = Number(BigInt(n) % 100n)
  const hundred = last < 0 ? -last : last
  const ten = hundred % 10
  if (hundred > 10 && hundred < 15) return many
  return ten === 1 ? one : ten > 1 && ten < 5 ? few : many
}

/** '5 рабочих дней': the number and its noun, kept on one line. */
export const counted = (n: number, ...forms: Forms): string => `${n}\u00a0${plural(n, ...forms)}`

export const workingDaysForms: Forms = ['рабочий день', 'рабочих дня', 'рабочих дней']

/** A whole number in words, in the gender of what is counted; small letters. Up to 10³⁰, then digits. */
export function numberInWords(n: bigint, gender: Gender = 'masculine'): string {
  if (n < 0n) return `минус ${numberInWords(-n, gender)}`
  if (n === 0n) return 'ноль'
  if (n >= 1000n ** BigInt(scales.length + 1)) return n.toString()
  const words: string[] = []
  for (let power = scales.length; power >= 0; power--) {
    const group = Number((n / 1000n ** BigInt(power)) % 1000n)
    const scale = scales[power - 1]
    if (group === 0) continue
    words.push(...belowThousand(group, scale?.gender ?? gender))
    if (scale) words.push(plural(group, ...scale.forms))
  }
  return words.join(' ')
}

const big = (stem: string): { gender: Gender; forms: Forms } => ({
  gender: 'masculine',
  forms: [stem, `${stem}а`, `${stem}ов`],
})
const scales: readonly { gender: Gender; forms: Forms }[] = [
  { gender: 'feminine', forms: ['тысяча', 'тысячи', 'тысяч'] },
  ...['миллион', 'миллиард', 'триллион', 'квадриллион', 'квинтиллион'].map(big),
  ...['секстиллион', 'септиллион', 'октиллион'].map(big),
]

const ones =
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  )
const tens = '- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ')
const hundreds = '- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ')
const gendered: Record<Gender, readonly string[]> = {
  masculine: ['ноль', 'один', 'два'],
  feminine: ['ноль', 'одна', 'две'],
  neuter: ['ноль', 'одно', 'два'],
}

function belowThousand(n: number, gender: Gender): string[] {
  const rest = n % 100
  const last = rest < 20 ? rest : rest % 10
  return [
    n >= 100 ? (hundreds[Math.floor(n / 100)] ?? '') : '',
    rest >= 20 ? (tens[Math.floor(rest / 10)] ?? '') : '',
    last > 0 ? (gendered[gender][last] ?? ones[last] ?? '') : '',
  ].filter(Boolean)
}

const capitalise = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
