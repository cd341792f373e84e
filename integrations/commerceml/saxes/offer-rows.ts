import { realId } from '#domain/catalog/external-id.ts'
import type { PriceRecord, StockRecord } from '../commerceml.port.ts'
import { asKopecks, asQuantity, parseDecimal, sumOf } from '../scalars.ts'
import { currencyOf } from './classifier-rows.ts'
import { child, childrenOf, idOf, nameOf, textOf, type Warn } from './node-access.ts'
import type { Node } from './read-objects.ts'

/** Prices of an offer (CML-61). A price that cannot be read is left out, with a warning. */
export function* priceRows(node: Node, offeringId: string, warn: Warn): Generator<PriceRecord> {
  for (const price of childrenOf(node, 'Цены', 'Цена')) {
    const priceTypeId = idOf(price, warn, 'ИдТипаЦены')
    const raw = textOf(price, 'ЦенаЗаЕдиницу') ?? textOf(price, 'Цена') ?? ''
    const value = parseDecimal(raw)
    if (priceTypeId === null || value === null) continue
    const money = value === undefined ? undefined : asKopecks(value)
    if (!money || money.kopecks < 0n) {
      warn('ЦенаЗаЕдиницу', `«${raw.slice(0, 40)}» не цена: цена пропущена`)
      continue
    }
    if (!money.exact) warn('ЦенаЗаЕдиницу', `«${raw}» округлена до копеек`)
    const factor = quantityOf(price, 'Коэффициент', warn) ?? '1'
    yield {
      is: 'price',
      line: price.line,
      offeringId,
      priceTypeId,
      valueKopecks: money.kopecks,
      currency: currencyOf(price, warn),
      minQuantity: quantityOf(price, 'МинКоличество', warn) ?? '0',
      unitFactor: factor.startsWith('-') || factor === '0' ? '1' : factor,
      unit: nameOf(price, 'Единица', warn) || null,
    }
  }
}

/** Decimal string of a child; null where it is absent, empty or unreadable (then with a warning). */
const quantityOf = (node: Node, name: string, warn: Warn): string | null =>
  quantity(textOf(node, name), name, warn)

const quantity = (raw: string | undefined, field: string, warn: Warn): string | null => {
  const value = parseDecimal(raw ?? '')
  const kept = value === undefined ? undefined : value === null ? null : asQuantity(value)
  if (kept === undefined) warn(field, `«${(raw ?? '').slice(0, 40)}» не количество: пропущено`)
  return kept ?? null
}

interface Found {
  rows: { warehouseId: string | null; quantity: string; line: number }[]
  total: string | null
}

/** Every shape in which stock comes (CML-62 a–f), as rows, plus the total where rows of warehouses have one. */
export const stockOf = (
  node: Node,
  offeringId: string,
  warn: Warn,
): { rows: StockRecord[]; statedTotal?: string } => {
  const { rows: places, total } = gather(node, warn)
  const named = places.filter(one => one.warehouseId !== null)
  const anywhere = places.find(one => one.warehouseId === null)?.quantity ?? total
  const row = (
    warehouseId: string | null,
    quantity: string,
    line: number,
    complete: boolean,
  ): StockRecord => ({
    is: 'stock',
    line,
    offeringId,
    warehouseId,
    quantity,
    complete,
  })
  if (named.length === 0)
    return anywhere === null ? { rows: [] } : { rows: [row(null, anywhere, node.line, true)] }
  const sum = sumOf(named.map(one => one.quantity))
  if (total !== null && sum !== total)
    warn('Количество', `всего ${total}, а по складам ${sum}: взяты количества складов`)
  const rows = named.map(one => row(one.warehouseId, one.quantity, one.line, total === sum))
  return total === null ? { rows } : { rows, statedTotal: total }
}

const gather = (node: Node, warn: Warn): Found => {
  const found: Found = { rows: [], total: quantityOf(node, 'Количество', warn) }
  const put = (id: string | undefined, raw: string | undefined, line: number, field: string) => {
    const value = quantity(raw, field, warn)
    if (value !== null)
      found.rows.push({ warehouseId: realId((id ?? '').slice(0, 200)), quantity: value, line })
  }
  const places = [
    ...node.children.filter(one => one.name === 'Склад'),
    ...childrenOf(node, 'Склады', 'Склад'),
  ]
  const attributed = node.children.filter(
    one => one.name === 'Склады' && one.attributes.ИдСклада !== undefined,
  )
  for (const one of [...places, ...attributed])
    put(
      one.attributes.ИдСклада ?? textOf(one, 'ИдСклада') ?? textOf(one, 'Ид'),
      one.attributes.КоличествоНаСкладе ?? textOf(one, 'КоличествоНаСкладе') ?? textOf(one, 'Количество'),
      one.line,
      'КоличествоНаСкладе',
    )
  for (const rest of childrenOf(node, 'Остатки', 'Остаток')) {
    const inner = rest.children.filter(one => one.name === 'Склад')
    for (const one of inner) put(textOf(one, 'Ид'), textOf(one, 'Количество'), one.line, 'Количество')
    if (inner.length === 0) put(undefined, textOf(rest, 'Количество'), rest.line, 'Количество')
  }
  for (const one of childrenOf(node, 'КоличествоНаСкладах', 'КоличествоНаСкладе'))
    put(textOf(one, 'ИдСклада'), textOf(one, 'Количество'), one.line, 'Количество')
  return found
}

/** Whether the file says anything of stock here at all; an empty node is silence too. */
export const hasStock = (node: Node): boolean =>
  ['Количество', 'Склад', 'Склады', 'Остатки', 'КоличествоНаСкладах'].some(
    name => child(node, name) !== undefined,
  )
