import type { Comparison, Condition } from './condition.ts'
import { dealEvents } from './deal-events.ts'
import { dealFacts, type FactDefinition, type FactValue } from './deal-facts.ts'
import { stageOf } from './find-in-funnel.ts'
import { taskKinds } from './funnel-actions.ts'
import type { CompiledFunnel, CompiledRule, CompiledStage, TermAnchor, Trigger } from './funnel-definition.ts'
import { readAction } from './read-action.ts'
import { readWorkingMinutes } from './read-term.ts'
import type { Locale, Words } from './words.ts'

/** A rule as one sentence: «Когда … , если … , то … .» */
export function readRule(rule: CompiledRule, funnel: CompiledFunnel, locale: Locale): string {
  const when = readTrigger(rule.on, funnel, locale)
  const condition = readCondition(rule.if, locale)
  const deeds = rule.do.map(deed => readAction(deed, funnel, locale)).join(locale === 'ru' ? ' и ' : ' and ')
  const once = rule.once ? say(onceWords[rule.once], locale) : ''
  return locale === 'ru'
    ? `Когда ${when}${condition ? `, если ${condition}` : ''}, то ${deeds}${once}.`
    : `When ${when}${condition ? `, if ${condition}` : ''}, then ${deeds}${once}.`
}

/** A stage as sentences: what is done there, what it takes to enter, its norm and where it leads. */
export function readStage(stage: CompiledStage, funnel: CompiledFunnel, locale: Locale): string[] {
  const ru = locale === 'ru'
  const sentences = [`${say(stage.name, locale)}: ${say(stage.purpose, locale)}`]
  if (stage.requires.length > 0)
    sentences.push(
      `${ru ? 'Чтобы перейти сюда, нужно' : 'To enter'}: ${stage.requires.map(({ title }) => say(title, locale)).join('; ')}.`,
    )
  if (stage.normWorkingMinutes !== null)
    sentences.push(`${ru ? 'Норма' : 'Norm'}: ${readWorkingMinutes(stage.normWorkingMinutes, locale)}.`)
  if (stage.to.length > 0)
    sentences.push(
      `${ru ? 'Дальше' : 'Next'}: ${stage.to.map(key => quoted(key, funnel, locale)).join(', ')}.`,
    )
  return [...sentences, ...stage.rules.map(rule => readRule(rule, funnel, locale))]
}

/** A condition in words; empty where it always holds. */
export function readCondition(condition: Condition, locale: Locale): string {
  if ('all' in condition) return joined(condition.all, locale === 'ru' ? ' и ' : ' and ', locale)
  if ('any' in condition) {
    const text = joined(condition.any, locale === 'ru' ? ' или ' : ' or ', locale)
    return condition.any.length > 1 ? `(${text})` : text || say({ ru: 'никогда', en: 'never' }, locale)
  }
  if ('not' in condition)
    return `${locale === 'ru' ? 'неверно, что' : 'it is not true that'} ${readCondition(condition.not, locale) || '…'}`
  return readComparison(condition, locale)
}

const joined = (parts: Condition[], and: string, locale: Locale) =>
  parts
    .map(part => readCondition(part, locale))
    .filter(Boolean)
    .join(and)

function readComparison(comparison: Comparison, locale: Locale): string {
  const definition: FactDefinition = dealFacts[comparison.fact]
  const name = say(definition.words, locale)
  if ('known' in comparison)
    return say(comparison.known ? knownWords : unknownWords, locale).replace('{}', name)
  if ('in' in comparison)
    return `${name} — ${comparison.in.map(value => readValue(definition, value, locale)).join(locale === 'ru' ? ' или ' : ' or ')}`
  if (definition.type === 'boolean') {
    const wanted = 'eq' in comparison ? comparison.eq : 'ne' in comparison ? !comparison.ne : true
    return wanted === true ? name : locale === 'ru' ? `не выполнено: «${name}»` : `not done: “${name}”`
  }
  const [operator, value] = Object.entries(comparison).find(([field]) => field !== 'fact') ?? ['eq', '']
  return `${name} ${signs[operator] ?? '='} ${readValue(definition, value, locale)}`
}

function readValue(definition: FactDefinition, value: FactValue, locale: Locale): string {
  const choice = definition.choices?.[String(value)]
  if (choice) return quote(say(choice, locale), locale)
  return definition.type === 'kopecks' ? readRoubles(String(value)) : String(value)
}

/** '123456' kopecks → «1 234,56 ₽», whole roubles without kopecks. */
function readRoubles(kopecks: string): string {
  const digits = kopecks.replace('-', '').padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const rest = digits.endsWith('00') ? '' : `,${digits.slice(-2)}`
  return `${kopecks.startsWith('-') ? '−' : ''}${whole}${rest}\u00a0₽`
}

function readTrigger(trigger: Trigger, funnel: CompiledFunnel, locale: Locale): string {
  const ru = locale === 'ru'
  if ('after' in trigger) {
    const term = readWorkingMinutes(trigger.after.workingMinutes, locale)
    const from = readAnchor(trigger.after.of, locale)
    return ru ? `${passed(term)} ${term} после ${from}` : `${term} have passed since ${from}`
  }
  const event = say(dealEvents[trigger.event].words, locale)
  const where = Object.entries(trigger.where ?? {}).map(([name, value]) =>
    readWhere(name, value, funnel, locale),
  )
  const details = where.length > 0 ? ` (${where.join(', ')})` : ''
  return ru ? `${lowered(event)}${details}` : `“${event}”${details} happens`
}

/** «прошло 45 рабочих минут», «прошёл 1 рабочий час». */
const passed = (term: string) =>
  term.includes(' рабочая ') ? 'прошла' : term.includes(' рабочий ') ? 'прошёл' : 'прошло'

/** The first letter small, unless the word is an abbreviation: «КП отправлено». */
const lowered = (text: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

function readWhere(name: string, value: FactValue, funnel: CompiledFunnel, locale: Locale): string {
  const text = String(value)
  if (name === 'stage' || name === 'from') return quoted(text, funnel, locale)
  const kinds: Record<string, Words> = taskKinds
  const kind = name === 'kind' ? kinds[text] : undefined
  return kind ? say(kind, locale) : `${name} = ${text}`
}

const readAnchor = (anchor: TermAnchor, locale: Locale): string =>
  anchor === 'stage' || anchor === 'deal'
    ? say(anchorWords[anchor], locale)
    : locale === 'ru'
      ? `события «${dealEvents[anchor].words.ru}»`
      : `“${dealEvents[anchor].words.en}”`

const quoted = (key: string, funnel: CompiledFunnel, locale: Locale) =>
  quote(stageOf(funnel, key)?.name[locale] ?? key, locale)

const quote = (text: string, locale: Locale) => (locale === 'ru' ? `«${text}»` : `“${text}”`)

const say = (words: Words, locale: Locale) => words[locale]
const signs: Record<string, string> = { eq: '=', ne: '≠', gt: '>', gte: '≥', lt: '<', lte: '≤' }
const knownWords = { ru: 'известно: {}', en: 'known: {}' }
const unknownWords = { ru: 'не известно: {}', en: 'not known: {}' }
const onceWords = {
  stage: { ru: ' (один раз за этап)', en: ' (once per stage)' },
  deal: { ru: ' (один раз за сделку)', en: ' (once per deal)' },
}
const anchorWords = {
  stage: { ru: 'перехода на этап', en: 'the stage was entered' },
  deal: { ru: 'начала сделки', en: 'the deal started' },
}
