import type {
  GroupRecord,
  PriceTypeRecord,
  PropertyRecord,
  UnitRecord,
  WarehouseRecord,
} from '../commerceml.port.ts'
import { parseBoolean, parseCurrency, unitByCode } from '../scalars.ts'
import { child, childrenOf, idOf, nameOf, textOf, type Warn } from './node-access.ts'
import type { Node } from './read-objects.ts'

/** What a node of the classifier says (§9.2): each answers nothing, with a warning, where the row has no id. */

export const isDeleted = (node: Node): boolean =>
  node.attributes.Статус?.trim().toLowerCase() === 'удален' ||
  parseBoolean(textOf(node, 'ПометкаУдаления') ?? '') === true ||
  childrenOf(node, 'ЗначенияРеквизитов', 'ЗначениеРеквизита').some(
    one =>
      textOf(one, 'Наименование') === 'ПометкаУдаления' &&
      parseBoolean(textOf(one, 'Значение') ?? '') === true,
  )

export function* groupRows(node: Node, warn: Warn, parentId: string | null = null): Generator<GroupRecord> {
  const id = idOf(node, warn)
  const name = nameOf(node, 'Наименование', warn) ?? ''
  if (id !== null) yield { is: 'group', line: node.line, id, parentId, name, deleted: isDeleted(node) }
  for (const inner of childrenOf(node, 'Группы', 'Группа')) yield* groupRows(inner, warn, id ?? parentId)
}

const kinds: Record<string, PropertyRecord['kind']> = { число: 'number', время: 'time', справочник: 'choice' }

export function* propertyRows(node: Node, warn: Warn): Generator<PropertyRecord> {
  const id = idOf(node, warn)
  if (id === null) return
  const choices = childrenOf(node, 'ВариантыЗначений', 'Справочник').flatMap(one => {
    const valueId = textOf(one, 'ИдЗначения')
    return valueId ? [[valueId, textOf(one, 'Значение') ?? ''] as const] : []
  })
  yield {
    is: 'property',
    line: node.line,
    id,
    name: nameOf(node, 'Наименование', warn) ?? '',
    kind:
      choices.length > 0 ? 'choice' : (kinds[(textOf(node, 'ТипЗначений') ?? '').toLowerCase()] ?? 'text'),
    choices: Object.fromEntries(choices),
    deleted: isDeleted(node),
  }
}

export function* unitRows(node: Node, warn: Warn): Generator<UnitRecord> {
  const code = textOf(node, 'Код') || null
  const fullName = nameOf(node, 'НаименованиеПолное', warn) || null
  const name = nameOf(node, 'НаименованиеКраткое', warn) || unitByCode(code ?? '') || fullName || ''
  // The code is the key where there is no id; where both lack, the name (T9).
  const id = textOf(node, 'Ид') || code || name
  if (!id) return warn('Ид', 'у единицы измерения нет ни Ид, ни кода, ни названия: строка пропущена')
  const internationalName = nameOf(node, 'МеждународноеСокращение', warn) || null
  yield { is: 'unit', line: node.line, id, code, name, fullName, internationalName, deleted: isDeleted(node) }
}

export function* warehouseRows(node: Node, warn: Warn): Generator<WarehouseRecord> {
  const id = idOf(node, warn)
  if (id === null) return
  const address = child(node, 'Адрес')
  yield {
    is: 'warehouse',
    line: node.line,
    id,
    name: nameOf(node, 'Наименование', warn) ?? '',
    address: (address && (nameOf(address, 'Представление', warn) ?? address.text.trim())) || null,
    deleted: isDeleted(node),
  }
}

export function* priceTypeRows(node: Node, warn: Warn): Generator<PriceTypeRecord> {
  const id = idOf(node, warn)
  if (id === null) return
  const taxes = node.children.filter(one => one.name === 'Налог')
  const vat = taxes.find(one => /ндс/i.test(textOf(one, 'Наименование') ?? '')) ?? taxes[0]
  yield {
    is: 'priceType',
    line: node.line,
    id,
    name: nameOf(node, 'Наименование', warn) ?? '',
    currency: currencyOf(node, warn),
    vatIncluded: (vat && parseBoolean(textOf(vat, 'УчтеноВСумме') ?? '')) ?? null,
    deleted: isDeleted(node),
  }
}

/** ISO code; an unknown currency is kept raw, with a warning (CML-51). */
export const currencyOf = (node: Node, warn: Warn): string | null => {
  const raw = textOf(node, 'Валюта') ?? ''
  const code = parseCurrency(raw)
  if (code !== undefined) return code
  warn('Валюта', `неизвестна: «${raw.slice(0, 20)}», сохранена как есть`)
  return raw.slice(0, 8).toWellFormed()
}
