import type { Described } from '../commerceml.port.ts'
import { parseDecimal, parseVatRate, unitByCode } from '../scalars.ts'
import { isDeleted } from './classifier-rows.ts'
import { child, childrenOf, nameOf, record, textOf, type Warn } from './node-access.ts'
import type { Node } from './read-objects.ts'

const read = new Set([
  ...[
    'Ид',
    'НомерВерсии',
    'ПометкаУдаления',
    'Штрихкод',
    'Артикул',
    'Наименование',
    'БазоваяЕдиница',
    'Единица',
  ],
  ...['Группы', 'Описание', 'Картинка', 'ЗначенияСвойств', 'СтавкиНалогов', 'ХарактеристикиТовара'],
  ...['ЗначенияРеквизитов', 'Цены', 'Количество', 'Склад', 'Склады', 'Остатки', 'КоличествоНаСкладах'],
  ...['ИдХарактеристики', 'КодЕдиницыИзмерения'],
])
const longestExtra = 1000

/** What goods and offers both say (§9.3). Only what the file mentions is in the answer. */
export const describedFields = (node: Node, warn: Warn): Described => {
  const fields: Described = { ...unitOf(node, warn) }
  const put = <K extends keyof Described>(key: K, value: Described[K] | undefined) => {
    if (value !== undefined) fields[key] = value
  }
  const requisites = requisitesOf(node)
  const full = (requisites ?? []).find(([name]) => name === 'Полное наименование')?.[1]
  const html = (requisites ?? []).find(([name]) => name === 'ОписаниеВФорматеHTML')?.[1]
  put('name', nameOf(node, 'Наименование', warn))
  put('fullName', full)
  put('sku', nameOf(node, 'Артикул', warn))
  put('barcode', nameOf(node, 'Штрихкод', warn))
  put('description', html || textOf(node, 'Описание'))
  put('externalVersion', nameOf(node, 'НомерВерсии', warn))
  put('groupIds', idsOf(node))
  put('propertyValues', propertyValuesOf(node))
  put('characteristics', characteristicsOf(node))
  put('requisites', requisites && record(requisites.filter(([name]) => name !== 'ОписаниеФайла')))
  put('pictures', picturesOf(node, requisites ?? []))
  put('vatRate', vatRateOf(node, warn))
  put('extra', extraOf(node))
  if (fields.name !== undefined || isDeleted(node)) fields.deleted = isDeleted(node)
  return fields
}

const unitOf = (node: Node, warn: Warn): Pick<Described, 'unit' | 'unitCode'> => {
  const unit = child(node, 'БазоваяЕдиница') ?? child(node, 'Единица')
  if (!unit) return {}
  const text = (nameOf(unit, 'НаименованиеКраткое', warn) || unit.text).trim().replace(/\s+/g, ' ')
  const isCode = /^\d{1,4}$/.test(text) || /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)
  const said = unit.attributes.Код?.trim() || textOf(unit, 'Код') || textOf(unit, 'Ид')
  const code = said || (isCode ? text : '')
  const named = isCode ? '' : text
  const fullName = unit.attributes.НаименованиеПолное?.trim() || textOf(unit, 'НаименованиеПолное') || ''
  return {
    unit: (named || unitByCode(code) || fullName).slice(0, 100).toWellFormed(),
    unitCode: code.slice(0, 100),
  }
}

const idsOf = (node: Node): string[] | undefined =>
  child(node, 'Группы') &&
  childrenOf(node, 'Группы', 'Ид')
    .map(one => one.text.trim())
    .filter(id => id !== '' && id.length <= 200)

/** 1C writes −999999999,9 for a number that is not there; in characteristics in its local form (T15, CML-52). */
const realValue = (text: string): string =>
  /^-\s*9/.test(text) && parseDecimal(text) === null ? '' : text.trim()

const propertyValuesOf = (node: Node): Record<string, string[]> | undefined =>
  child(node, 'ЗначенияСвойств') &&
  Object.fromEntries(
    childrenOf(node, 'ЗначенияСвойств', 'ЗначенияСвойства', 'ЗначениеСвойства').flatMap(one => {
      const id = textOf(one, 'Ид')
      const values = one.children.filter(c => c.name === 'Значение' || c.name === 'ИдЗначения')
      return id ? [[id, [...new Set(values.map(c => realValue(c.text)))].filter(value => value !== '')]] : []
    }),
  )

const characteristicsOf = (node: Node): Record<string, string> | undefined =>
  child(node, 'ХарактеристикиТовара') &&
  record(
    childrenOf(node, 'ХарактеристикиТовара', 'ХарактеристикаТовара').flatMap(one => {
      const name = textOf(one, 'Наименование') || textOf(one, 'Ид')
      const value = realValue(textOf(one, 'Значение') ?? '')
      return name && value ? [[name, value] as const] : []
    }),
  )

const requisitesOf = (node: Node): (readonly [string, string])[] | undefined =>
  child(node, 'ЗначенияРеквизитов') &&
  childrenOf(node, 'ЗначенияРеквизитов', 'ЗначениеРеквизита').flatMap(one => {
    const name = textOf(one, 'Наименование')?.replace(/\s+/g, ' ')
    const values = one.children.filter(c => c.name === 'Значение').map(c => c.text.trim())
    return name ? values.map(value => [name, value] as const) : []
  })

/** The first picture is the main one; captions are requisites of the form `path#caption`. */
const picturesOf = (node: Node, requisites: (readonly [string, string])[]): Described['pictures'] => {
  const pictures = node.children.filter(one => one.name === 'Картинка')
  if (pictures.length === 0) return undefined
  const captions = new Map<string, string>()
  for (const [name, value] of requisites) {
    const at = value.indexOf('#')
    if (name === 'ОписаниеФайла' && at > 0) captions.set(value.slice(0, at), value.slice(at + 1))
  }
  const paths = new Set(pictures.map(one => one.text.trim()).filter(path => path !== ''))
  return [...paths].map(path => ({ path, caption: captions.get(path) ?? null }))
}

const vatRateOf = (node: Node, warn: Warn): string | undefined => {
  const taxes = childrenOf(node, 'СтавкиНалогов', 'СтавкаНалога')
  const vat = taxes.find(one => /ндс/i.test(textOf(one, 'Наименование') ?? '')) ?? taxes[0]
  const raw = vat && (textOf(vat, 'Ставка') ?? '')
  if (raw === undefined) return undefined
  const rate = parseVatRate(raw)
  if (rate === undefined) warn('Ставка', `ставка НДС «${raw.slice(0, 20)}» не разобрана, оставлена прежней`)
  return rate === null ? '' : rate
}

/** Unknown elements are kept, as text (CML-53). */
const extraOf = (node: Node): Record<string, string> | undefined => {
  const unknown = node.children.filter(one => !read.has(one.name))
  if (unknown.length === 0) return undefined
  return record(unknown.map(one => [one.name, flat(one).slice(0, longestExtra).toWellFormed()] as const))
}

const flat = (node: Node): string =>
  [node.text.trim(), ...node.children.map(one => `${one.name}: ${flat(one)}`)].filter(Boolean).join('; ')
