import { createHash } from 'node:crypto'
import { externalKey, splitOfferId } from '#domain/catalog/external-id.ts'
import {
  type CatalogRecord,
  type Described,
  type StockRecord,
  UnreadableCatalog,
} from '../commerceml.port.ts'
import { groupRows, priceTypeRows, propertyRows, unitRows, warehouseRows } from './classifier-rows.ts'
import { decodeText } from './decode-text.ts'
import { describedFields } from './described-fields.ts'
import { idOf, textOf, type Warn } from './node-access.ts'
import { hasStock, priceRows, stockOf } from './offer-rows.ts'
import { type Node, type ReadEvent, readObjects } from './read-objects.ts'

export interface ReadingOptions {
  /** The session had no `version`: a missing stock node may mean zero (§9.4, T36). */
  legacy: boolean
  /** Other programs speak the same protocol with their own habits (T37). */
  client: '1c' | 'moysklad' | 'other'
}

const objects: Record<string, readonly string[]> = {
  Группы: ['Группа'],
  Свойства: ['Свойство', 'СвойствоНоменклатуры'],
  ТипыЦен: ['ТипЦены'],
  Склады: ['Склад'],
  ЕдиницыИзмерения: ['ЕдиницаИзмерения'],
  Товары: ['Товар'],
  Предложения: ['Предложение'],
}
const notCatalogue = new Set(['Документ', 'Контейнер', 'Контрагенты', 'Владелец'])
const isObject = (path: readonly string[], name: string): boolean =>
  (objects[path.at(-1) ?? '']?.includes(name) ?? false) && !path.some(one => notCatalogue.has(one))

/** Bytes of one CommerceML file → records, in the order of the file. */
export async function* readCatalogFile(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  options: ReadingOptions,
): AsyncGenerator<CatalogRecord> {
  const waiting: CatalogRecord[] = []
  const warn = (line: number, object: string, field: string, sentence: string) =>
    void waiting.push({ is: 'warning', file, line, object, field, sentence })
  const refuse = (line: number, sentence: string): never => {
    throw new UnreadableCatalog(file, line, sentence)
  }
  const offers = legacyZeros(options.legacy)
  const repeated = repeatedIds()

  const rowsOf = function* (node: Node): Generator<CatalogRecord> {
    const object = `${node.name} ${(textOf(node, 'Ид') ?? '').slice(0, 100) || 'без Ид'}`
    const own: Warn = (field, sentence) => warn(node.line, object, field, sentence)
    switch (node.name) {
      case 'Группа':
        return yield* groupRows(node, own)
      case 'Свойство':
      case 'СвойствоНоменклатуры':
        return yield* propertyRows(node, own)
      case 'ТипЦены':
        return yield* priceTypeRows(node, own)
      case 'Склад':
        return yield* warehouseRows(node, own)
      case 'ЕдиницаИзмерения':
        return yield* unitRows(node, own)
      default:
        return yield* soldRows(node, own)
    }
  }

  const soldRows = function* (node: Node, own: Warn): Generator<CatalogRecord> {
    const bare = idOf(node, own)
    if (bare === null) return
    const characteristic = textOf(node, 'ИдХарактеристики')
    const id = characteristic && !bare.includes('#') ? `${bare}#${characteristic}` : bare
    const { productId, hasCharacteristic } = splitOfferId(id)
    if (productId === '') return own('Ид', 'нет Ид товара перед знаком «#»: строка пропущена')
    const fields = describedFields(node, own)
    const swapped =
      options.client === 'moysklad' && fields.fullName && fields.name
        ? { ...fields, name: fields.fullName, fullName: fields.name }
        : fields
    if (repeated(`${node.name} ${externalKey(id)}`) && fields.name !== undefined)
      own('Ид', 'повторён в файле: взяты последние данные')
    const line = node.line
    if (node.name === 'Товар' && !hasCharacteristic)
      yield { is: 'product', line, id: productId, stub: false, ...swapped }
    else {
      const stock = stockOf(node, id, own)
      const { statedTotal } = stock
      const stated = statedTotal === undefined ? {} : { statedTotal }
      yield { is: 'product', line, id: productId, stub: true, ...ofParent(swapped, hasCharacteristic) }
      yield { is: 'offering', line, id, ...stated, ...swapped }
      yield* priceRows(node, id, own)
      yield* stock.rows
      offers.seen(id, line, hasStock(node))
    }
  }

  const records = function* (event: ReadEvent): Generator<CatalogRecord> {
    if (event.is === 'object') yield* rowsOf(event.node)
    else if (event.is === 'oversize')
      warn(
        event.line,
        event.name,
        event.name,
        'слишком велик (текст больше 1 МиБ или очень много частей): пропущен',
      )
    else if (event.is === 'mended') warn(event.line, 'Файл', 'текст', event.sentence)
    else if (event.is === 'close' && packages.has(event.name)) yield* offers.close()
    else if (event.is === 'open') {
      if (event.path.length === 0 && event.name !== 'КоммерческаяИнформация')
        refuse(
          1,
          `это не файл CommerceML: корень «${event.name.slice(0, 60)}», нужен «КоммерческаяИнформация»`,
        )
      if (packages.has(event.name)) offers.open(event.attributes.СодержитТолькоИзменения)
      if (event.name === 'Каталог' || packages.has(event.name)) repeated.forget()
    }
  }

  const text = decodeText(bytes, sentence => warn(1, 'Файл', 'кодировка', sentence))
  try {
    for await (const event of readObjects(text, isObject, refuse)) {
      for (const record of records(event)) {
        yield* waiting.splice(0)
        yield record
      }
      yield* waiting.splice(0)
    }
  } finally {
    repeated.forget()
  }
  yield* waiting.splice(0)
}

/** What an offer tells of its goods; what belongs to the characteristic alone is left out. */
const ofParent = (fields: Described, hasCharacteristic: boolean): Described => {
  const {
    characteristics: _own,
    deleted: _offer,
    externalVersion: _version,
    requisites: _notes,
    ...shared
  } = fields
  if (!hasCharacteristic) return shared
  const { sku: _sku, barcode: _barcode, propertyValues: _values, ...parent } = shared
  return parent
}

const packages = new Set(['ПакетПредложений', 'ИзмененияПакетаПредложений'])

/**
 * Absent stock is zero only in a legacy session, in a full package, and when other offers of the package have
 * stock; otherwise it is unchanged.
 */
const legacyZeros = (legacy: boolean) => {
  let full = false
  let some = false
  let silent: { id: string; line: number }[] = []
  return {
    open(changesOnly: string | undefined) {
      full = changesOnly?.trim().toLowerCase() !== 'true'
      some = false
      silent = []
    },
    seen(id: string, line: number, said: boolean) {
      if (said) some = true
      else if (legacy && full) silent.push({ id, line })
    },
    *close(): Generator<StockRecord> {
      if (some)
        for (const { id, line } of silent)
          yield { is: 'stock', line, offeringId: id, warehouseId: null, quantity: '0', complete: true }
      silent = []
    },
  }
}

/** Whether an id was met before in this part of the file. Hashes, so that a million ids stay small. */
const repeatedIds = () => {
  const met = new Set<number>()
  const seenBefore = (id: string): boolean => {
    const hash = createHash('sha1').update(id).digest().readUIntBE(0, 6)
    if (met.has(hash)) return true
    if (met.size < 5_000_000) met.add(hash)
    return false
  }
  return Object.assign(seenBefore, { forget: () => met.clear() })
}
