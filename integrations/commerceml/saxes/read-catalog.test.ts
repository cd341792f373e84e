import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CatalogRecord } from '../commerceml.port.ts'
import { all, of, read, rows } from './reading-in-tests.ts'
import { saxesCatalogReader } from './saxes-catalog-reader.ts'

const samples = join(import.meta.dirname, '../../../test/fixtures/1c')
const sample = async (name: string): Promise<CatalogRecord[]> => {
  const [file] = await saxesCatalogReader().files(join(samples, name))
  return file ? all(file.read()) : []
}

describe('sample files of 1C', () => {
  it('T1 2.07 import: 22 groups, 10 properties, 2 goods, 3 pictures, no warnings', async () => {
    const seen = await sample('catalog-2.07-import.xml')
    const goods = of(seen, 'product')
    expect([of(seen, 'group').length, of(seen, 'property').length, goods.length]).toEqual([22, 10, 2])
    expect(goods.flatMap(one => one.pictures ?? [])).toHaveLength(3)
    expect(of(seen, 'group').filter(one => one.parentId !== null).length).toBeGreaterThan(0)
    expect(of(seen, 'warning')).toEqual([])
  })

  it('CML-62b 2.07 offers: 5 offers, 5 prices, 5 warehouses, 219 pieces in one warehouse', async () => {
    const seen = await sample('catalog-2.07-offers.xml')
    const stock = of(seen, 'stock')
    expect([of(seen, 'offering').length, of(seen, 'price').length, of(seen, 'warehouse').length]).toEqual([
      5, 5, 5,
    ])
    expect(of(seen, 'priceType')).toMatchObject([{ name: 'Розничная', currency: 'RUB', vatIncluded: true }])
    expect(stock.map(one => Number(one.quantity)).reduce((sum, one) => sum + one)).toBe(219)
    expect(stock).toHaveLength(5)
    expect(new Set(stock.map(one => one.warehouseId)).size).toBe(1)
    expect(of(seen, 'price').map(one => one.valueKopecks)).toContain(171_900n)
    expect(
      of(seen, 'offering').filter(one => Object.keys(one.characteristics ?? {}).length === 3),
    ).toHaveLength(1)
    expect(of(seen, 'warning')).toEqual([])
  })

  it('T2 T16 CML-62a 2.08 offers in another namespace: 2 offers × 3 price types, no stock by warehouses', async () => {
    const seen = await sample('catalog-2.08-ns210-offers-crlf.xml')
    expect([of(seen, 'offering').length, of(seen, 'price').length, of(seen, 'priceType').length]).toEqual([
      2, 6, 3,
    ])
    expect(of(seen, 'property')).toMatchObject([{ name: 'Цвет', kind: 'choice' }])
    expect(of(seen, 'price').every(one => one.currency === null || one.currency === 'RUB')).toBe(true)
    expect(of(seen, 'stock').map(one => [one.warehouseId, one.quantity])).toEqual([
      [null, '2'],
      [null, '5'],
    ])
  })

  it('CML-62c 3.1 goods and rests: one item with 5 pictures, 2 offers × 7 warehouses with zeros', async () => {
    const [goods] = of(await sample('catalog-3.1-goods.xml'), 'product')
    expect(goods).toMatchObject({
      name: 'Гироскутер 10"',
      unit: 'шт',
      unitCode: '796',
      sku: '',
      vatRate: '18',
    })
    expect(goods?.pictures).toHaveLength(5)
    expect(goods?.pictures?.[0]?.caption).toBe('1 черный')
    const rests = of(await sample('catalog-3.1-rests.xml'), 'stock')
    expect(rests).toHaveLength(14)
    expect(rests.filter(one => one.quantity === '0').length).toBeGreaterThan(0)
  })

  it.each(['sale-2.03-site-order-cp1251.xml', 'sale-2.09-from-1c-documents.xml'])(
    'CML-40 T20 %s has documents and nothing of the catalogue',
    async name => expect(await sample(name)).toEqual([]),
  )

  it('the folder is read goods first, then offers, then stock (CML-41)', async () => {
    const names = (await saxesCatalogReader().files(samples)).map(file => file.name).slice(0, 5)
    expect(names).toEqual([
      'catalog-2.07-import.xml',
      'catalog-3.1-goods.xml',
      'catalog-2.07-offers.xml',
      'catalog-2.08-ns210-offers-crlf.xml',
      'catalog-3.1-rests.xml',
    ])
  })
})

describe('traps of the catalogue', () => {
  const goods = (inside: string) => rows(`<Каталог><Товары>${inside}</Товары></Каталог>`)
  const offers = (inside: string, more = '') =>
    rows(`<ПакетПредложений ${more}><Предложения>${inside}</Предложения></ПакетПредложений>`)

  it('T4 CML-31 a root without version, any prefix and namespace', async () => {
    const seen = await read(
      '<x:КоммерческаяИнформация xmlns:x="urn:any"><x:Каталог><x:Товары><x:Товар><x:Ид>7</x:Ид></x:Товар></x:Товары></x:Каталог></x:КоммерческаяИнформация>',
    )
    expect(seen).toMatchObject([{ is: 'product', id: '7' }])
  })

  it('T5 an empty id leaves the row out, with file, line, object and field', async () => {
    const seen = await goods(
      '<Товар>\n<Ид/>\n<Наименование>Без имени</Наименование></Товар><Товар><Ид>1</Ид></Товар>',
    )
    expect(seen).toMatchObject([
      { is: 'warning', file: 'test.xml', line: 1, object: 'Товар без Ид', field: 'Ид' },
      { is: 'product', id: '1' },
    ])
  })

  it('T5 an id repeated in one file is told of, and both rows come in order', async () => {
    const one = (name: string) => `<Товар><Ид>A</Ид><Наименование>${name}</Наименование></Товар>`
    const seen = await goods(one('первый') + one('второй'))
    expect(of(seen, 'product').map(p => p.name)).toEqual(['первый', 'второй'])
    expect(of(seen, 'warning')).toMatchObject([
      { object: 'Товар A', sentence: expect.stringContaining('повторён') },
    ])
  })

  it('T6 goods with a characteristic in a catalogue become an offer and a stub of the goods', async () => {
    const seen = await goods(
      '<Товар><Ид>X#зел</Ид><Артикул>A</Артикул><Наименование>Веник зелёный</Наименование></Товар>',
    )
    expect(seen).toMatchObject([
      { is: 'product', id: 'X', stub: true, name: 'Веник зелёный' },
      { is: 'offering', id: 'X#зел', sku: 'A' },
    ])
    expect(of(seen, 'product')[0]).not.toHaveProperty('sku')
  })

  it.each(['X#X', 'X#', 'X#00000000-0000-0000-0000-000000000000'])(
    'T7 %s in a catalogue is plain goods',
    async id =>
      expect(await goods(`<Товар><Ид>${id}</Ид></Товар>`)).toMatchObject([
        { is: 'product', id: 'X', stub: false },
      ]),
  )

  it('T9 units: a blank code, a padded one, one without an id', async () => {
    const unit = (inside: string) => `<ЕдиницаИзмерения>${inside}</ЕдиницаИзмерения>`
    const seen = await rows(
      `<Классификатор><ЕдиницыИзмерения>${unit('<Код>    </Код><НаименованиеКраткое>бухта</НаименованиеКраткое>')}${unit('<Ид>u</Ид><Код>796 </Код>')}${unit('<Код> </Код>')}</ЕдиницыИзмерения></Классификатор>`,
    )
    expect(seen).toMatchObject([
      { is: 'unit', id: 'бухта', code: null, name: 'бухта' },
      { is: 'unit', id: 'u', code: '796', name: 'шт' },
      { is: 'warning', field: 'Ид' },
    ])
    expect(
      await goods(
        `<Товар><Ид>1</Ид><БазоваяЕдиница Код="796 " НаименованиеПолное="Штука">${'шт'.padEnd(100)}</БазоваяЕдиница></Товар>`,
      ),
    ).toMatchObject([{ unit: 'шт', unitCode: '796' }])
  })

  it('T10 T11 a catalogue before its classifier, a classifier inside a package, a file with a classifier only', async () => {
    const classifier = '<Классификатор><Группы><Группа><Ид>g</Ид></Группа></Группы></Классификатор>'
    const product = '<Каталог><Товары><Товар><Ид>1</Ид></Товар></Товары></Каталог>'
    expect((await rows(product + classifier)).map(one => one.is)).toEqual(['product', 'group'])
    expect((await rows(`<ПакетПредложений>${classifier}</ПакетПредложений>`)).map(one => one.is)).toEqual([
      'group',
    ])
    expect((await rows(classifier)).map(one => one.is)).toEqual(['group'])
  })

  it('T13 an empty catalogue without an owner is no mistake', async () =>
    expect(await rows('<Каталог><Ид>k</Ид><Товары/></Каталог>')).toEqual([]))

  it.each([
    '<Товар Статус="Удален"><Ид>1</Ид></Товар>',
    '<Товар><Ид>1</Ид><ПометкаУдаления>true</ПометкаУдаления></Товар>',
    '<Товар><Ид>1</Ид><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ПометкаУдаления</Наименование><Значение>true</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар>',
  ])('T14 deleted in 1C is said, not dropped: %s', async text =>
    expect(await goods(text)).toMatchObject([{ is: 'product', id: '1', deleted: true }]),
  )

  it('T15 no value: the null GUID and −999999999.9', async () => {
    const value = (id: string, text: string) =>
      `<ЗначенияСвойства><Ид>${id}</Ид><Значение>${text}</Значение></ЗначенияСвойства>`
    const seen = await goods(
      `<Товар><Ид>1</Ид><ЗначенияСвойств>${value('вес', '-999999999.9')}${value('цвет', 'зелёный')}</ЗначенияСвойств><ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Вес</Наименование><Значение>-999 999 999,9</Значение></ХарактеристикаТовара></ХарактеристикиТовара></Товар>`,
    )
    expect(seen).toMatchObject([{ propertyValues: { вес: [], цвет: ['зелёный'] }, characteristics: {} }])
    expect(await goods('<Товар><Ид>00000000-0000-0000-0000-000000000000</Ид></Товар>')).toMatchObject([
      { is: 'warning', field: 'Ид' },
    ])
  })

  it('T18 CML-61 prices: breaks, a zero, four decimals, a box of twelve, one that is none', async () => {
    const price = (value: string, more = '') =>
      `<Цена><ИдТипаЦены>t</ИдТипаЦены><ЦенаЗаЕдиницу>${value}</ЦенаЗаЕдиницу>${more}</Цена>`
    const seen = await offers(
      `<Предложение><Ид>1</Ид><Цены>${price('1 719,00')}${price('1500', '<МинКоличество>10</МинКоличество>')}${price('0')}${price('10.0050')}${price('1200', '<Единица>кор</Единица><Коэффициент>12</Коэффициент>')}${price('дорого')}${price('')}</Цены></Предложение>`,
    )
    expect(of(seen, 'price').map(one => [one.valueKopecks, one.minQuantity, one.unitFactor])).toEqual([
      [171_900n, '0', '1'],
      [150_000n, '10', '1'],
      [0n, '0', '1'],
      [1001n, '0', '1'],
      [120_000n, '0', '12'],
    ])
    expect(of(seen, 'warning').map(one => one.sentence)).toEqual([
      expect.stringContaining('округлена'),
      expect.stringContaining('не цена'),
    ])
  })

  it('T29 negative stock is kept as it is', async () =>
    expect(
      of(await offers('<Предложение><Ид>1</Ид><Количество>-1</Количество></Предложение>'), 'stock'),
    ).toMatchObject([{ quantity: '-1', warehouseId: null }]))

  it('T30 rows of warehouses win over the total; a difference is told', async () => {
    const seen = await offers(
      '<Предложение><Ид>1</Ид><Количество>9</Количество><Склад ИдСклада="w" КоличествоНаСкладе="4"/><Склад ИдСклада="v" КоличествоНаСкладе="3"/></Предложение>',
    )
    expect(of(seen, 'stock').map(one => [one.warehouseId, one.quantity, one.complete])).toEqual([
      ['w', '4', false],
      ['v', '3', false],
    ])
    expect(of(seen, 'offering')).toMatchObject([{ statedTotal: '9' }])
    expect(of(seen, 'warning')).toMatchObject([{ field: 'Количество' }])
  })

  it.each([
    ['d', '<Остатки><Остаток><Количество>5</Количество></Остаток></Остатки>', [[null, '5']]],
    ['e', '<Склады ИдСклада="w" КоличествоНаСкладе="5"/>', [['w', '5']]],
    [
      'f',
      '<КоличествоНаСкладах><КоличествоНаСкладе><ИдСклада>w</ИдСклада><Количество>5</Количество></КоличествоНаСкладе></КоличествоНаСкладах>',
      [['w', '5']],
    ],
    ['none', '<Цены/>', []],
  ])('CML-62 stock of variant %s', async (_variant, inside, expected) => {
    const seen = await rows(
      `<ИзмененияПакетаПредложений><Предложения><Предложение><Ид>1</Ид><ИдХарактеристики>x</ИдХарактеристики>${inside}</Предложение></Предложения></ИзмененияПакетаПредложений>`,
    )
    expect(of(seen, 'stock').map(one => [one.warehouseId, one.quantity])).toEqual(expected)
    expect(of(seen, 'offering')).toMatchObject([{ id: '1#x' }])
  })

  it('T36 silence is zero only in a full legacy file that tells of other stock', async () => {
    const some =
      '<Предложение><Ид>1</Ид></Предложение><Предложение><Ид>2</Ид><Количество>3</Количество></Предложение>'
    const none = '<Предложение><Ид>1</Ид></Предложение>'
    const told = async (legacy: boolean, inside: string, more = '') => {
      const xml = `<КоммерческаяИнформация><ПакетПредложений ${more}><Предложения>${inside}</Предложения></ПакетПредложений></КоммерческаяИнформация>`
      return of(await read(xml, { legacy }), 'stock').map(one => [one.offeringId, one.quantity])
    }
    expect(await told(true, some)).toEqual([
      ['2', '3'],
      ['1', '0'],
    ])
    expect(await told(false, some)).toEqual([['2', '3']])
    expect(await told(true, some, 'СодержитТолькоИзменения="true"')).toEqual([['2', '3']])
    expect(await told(true, none)).toEqual([])
  })

  it('T37 МойСклад swaps the name and the full name', async () => {
    const xml =
      '<КоммерческаяИнформация><Каталог><Товары><Товар><Ид>1</Ид><Наименование>Веник электрический зелёный</Наименование><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Полное наименование</Наименование><Значение>Веник</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар></Товары></Каталог></КоммерческаяИнформация>'
    expect(await read(xml, { client: 'moysklad' })).toMatchObject([
      { name: 'Веник', fullName: 'Веник электрический зелёный' },
    ])
  })

  it('CML-53 any order of children, and unknown ones are kept', async () =>
    expect(
      await goods(
        '<Товар><Вес>1.5</Вес><Наименование>Веник</Наименование><Новое><Что>то</Что></Новое><Ид>1</Ид></Товар>',
      ),
    ).toMatchObject([{ id: '1', name: 'Веник', extra: { Вес: '1.5', Новое: 'Что: то' } }]))

  it('T33 HTML of a description is kept as it came', async () =>
    expect(
      await goods('<Товар><Ид>1</Ид><Описание><![CDATA[<b>A & B</b>]]> &lt;br&gt;</Описание></Товар>'),
    ).toMatchObject([{ description: '<b>A & B</b> <br>' }]))

  it('T35 an offer without anything is still an offer', async () =>
    expect((await offers('<Предложение><Ид>1</Ид></Предложение>')).map(one => one.is)).toEqual([
      'product',
      'offering',
    ]))
})
