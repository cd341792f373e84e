/**
 * Reads goods, prices and stock from files of 1C (CommerceML 2.0x to 3.1) and says them in our words. What the
 * file holds decides, not its name or version (CML-32, CML-40). Records come in the order of the file; a row that
 * cannot be used becomes a warning and the rest goes on.
 */
export interface CatalogReader {
  /**
   * The XML files that a folder or a ZIP holds (or the one file that `path` is), in the order to load them.
   * @throws UnreadableCatalog when there is nothing to read, or an archive is broken or beyond its caps (CML-13)
   */
  files(path: string): Promise<CatalogFile[]>
}

export interface CatalogFile {
  /** The name inside the folder or archive. */
  name: string
  /**
   * Streams the file in constant memory.
   * @throws UnreadableCatalog with the line, after the records before it, where the file stops being XML
   */
  read(): AsyncIterable<CatalogRecord>
}

/** The caller's fault: the file, not us. `message` is a Russian sentence: what, where and what to do. */
export class UnreadableCatalog extends Error {
  readonly code = 'UnreadableCatalog'
  readonly file: string
  readonly line: number | null
  constructor(file: string, line: number | null, sentence: string) {
    super(line === null ? `${file}: ${sentence}` : `${file}, строка ${line}: ${sentence}`)
    this.file = file
    this.line = line
  }
}

export type CatalogRecord =
  | GroupRecord
  | PropertyRecord
  | UnitRecord
  | WarehouseRecord
  | PriceTypeRecord
  | ProductRecord
  | OfferingRecord
  | PriceRecord
  | StockRecord
  | CatalogWarning

/** `line`: where the object begins. Ids are 1C's text, trimmed, never empty. */
interface Row {
  line: number
}

export interface GroupRecord extends Row {
  is: 'group'
  id: string
  parentId: string | null
  name: string
  deleted: boolean
}

export interface PropertyRecord extends Row {
  is: 'property'
  id: string
  name: string
  kind: 'text' | 'number' | 'time' | 'choice'
  /** id of the value → its words; empty but for a choice. */
  choices: Record<string, string>
  deleted: boolean
}

export interface UnitRecord extends Row {
  is: 'unit'
  id: string
  code: string | null
  name: string
  fullName: string | null
  internationalName: string | null
  deleted: boolean
}

export interface WarehouseRecord extends Row {
  is: 'warehouse'
  id: string
  name: string
  address: string | null
  deleted: boolean
}

export interface PriceTypeRecord extends Row {
  is: 'priceType'
  id: string
  name: string
  /** ISO code; null where not said. */
  currency: string | null
  vatIncluded: boolean | null
  deleted: boolean
}

/** What goods and offers both say. A field that the file does not mention is absent, an empty one clears: ''. */
export interface Described {
  name?: string
  fullName?: string
  sku?: string
  barcode?: string
  description?: string
  /** Short name of the unit, '' where only a code came that we do not know. */
  unit?: string
  unitCode?: string
  groupIds?: string[]
  /** id of the property → values; a choice by the id of its value. */
  propertyValues?: Record<string, string[]>
  /** Name of the characteristic → its value, in words. */
  characteristics?: Record<string, string>
  requisites?: Record<string, string>
  pictures?: { path: string; caption: string | null }[]
  /** '22', '10', '0', '20/120', 'none' for «без НДС»; '' for empty. */
  vatRate?: string
  externalVersion?: string
  deleted?: boolean
  /** Elements that we do not know, by name. */
  extra?: Record<string, string>
}

export interface ProductRecord extends Row, Described {
  is: 'product'
  id: string
  /** Made from an offer that came in the place of goods: fills gaps and never overwrites. */
  stub: boolean
}

export interface OfferingRecord extends Row, Described {
  is: 'offering'
  /** Exactly as 1C wrote it: orders carry it back. */
  id: string
  /** The total beside the rows of warehouses, decimal string. */
  statedTotal?: string
}

export interface PriceRecord extends Row {
  is: 'price'
  offeringId: string
  priceTypeId: string
  valueKopecks: bigint
  /** Null: the currency of the price type. */
  currency: string | null
  /** Decimal strings. */
  minQuantity: string
  unitFactor: string
  unit: string | null
}

export interface StockRecord extends Row {
  is: 'stock'
  offeringId: string
  /** Null: 1C did not say where. */
  warehouseId: string | null
  quantity: string
  /** These rows are all there is of the offering: what is not named is empty. */
  complete: boolean
}

/** A row, or a part of it, that was left out or changed on the way. */
export interface CatalogWarning extends Row {
  is: 'warning'
  file: string
  /** «Товар 137» */
  object: string
  field: string
  /** What was wrong and what we did, in Russian. */
  sentence: string
}
