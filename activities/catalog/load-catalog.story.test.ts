import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saxesCatalogReader } from '#integrations/commerceml/saxes/saxes-catalog-reader.ts'
import { uuidV7 } from '#server/shared/ids.ts'
import { aDatabase } from '#test/harness/servers.ts'
import { createCatalogLoader } from './load-catalog.ts'

const samples = join(import.meta.dirname, '../../test/fixtures/1c')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-load-'))
})
afterAll(() => rm(folder, { recursive: true }))

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** A base of one's own with a loader into it and a way to ask it. */
const aCatalogue = async () => {
  const database = await aDatabase()
  const client = await connected(database.adminUrl)
  const loader = (legacy = false) =>
    createCatalogLoader({
      connect: () => connected(database.appUrl),
      reader: saxesCatalogReader({ legacy }),
      ids: uuidV7(),
    })
  return {
    load: (path: string) => loader()({ path, source: '1c' }),
    /** Loads what stands inside the root of one file. */
    async say(inside: string, { legacy = false } = {}) {
      const path = join(folder, 'said.xml')
      await writeFile(path, `<КоммерческаяИнформация>${inside}</КоммерческаяИнформация>`)
      return loader(legacy)({ path, source: '1c' })
    },
    ask: async (sql: string): Promise<Record<string, unknown>[]> => (await client.query(sql)).rows,
    async [Symbol.asyncDispose]() {
      await client.end()
      await database[Symbol.asyncDispose]()
    },
  }
}

const goods = (inside: string) => `<Каталог><Товары>${inside}</Товары></Каталог>`
const offers = (inside: string, more = '') =>
  `<ПакетПредложений ${more}><Предложения>${inside}</Предложения></ПакетПредложений>`

describe('sample files of 1C in the base', () => {
  it('the counts of the samples, and loading them again changes nothing', async () => {
    await using base = await aCatalogue()
    const first = await base.load(samples)
    expect(first).toMatchObject({
      ...{ files: 7, groups: 22, properties: 11, products: 3, pictures: 8, warehouses: 5, priceTypes: 4 },
      ...{ offerings: 9, prices: 11, stocks: 21, warningsTotal: 0 },
    })
    expect(first.changed).toBeGreaterThan(60)
    const counted = `select (select count(*)::int from product where not stub) as products,
      (select count(*)::int from product_group where not stub) as groups,
      (select count(*)::int from offering) as offerings, (select count(*)::int from price) as prices,
      (select sum(s.quantity)::int from stock s join warehouse w on w.id = s.warehouse_id
        where w.external_id = 'b6112590-41ba-11dd-ac9d-0015e9b8c48d') as in_shop,
      (select count(*)::int from stock) as stocks, (select sum(version)::int from product) as versions`
    const [before] = await base.ask(counted)
    expect(before).toMatchObject({
      products: 3,
      groups: 22,
      offerings: 9,
      prices: 11,
      stocks: 21,
      in_shop: 219,
    })
    expect((await base.load(samples)).changed).toBe(0)
    expect((await base.ask(counted))[0]).toEqual(before)
  })

  it('groups are nested, properties are in words, goods are found by fragments', async () => {
    await using base = await aCatalogue()
    await base.load(samples)
    expect(
      await base.ask(`select g.name, p.name as parent from product_group g join product_group p on p.id = g.parent_id
        where g.name = 'Одежда для детей'`),
    ).toEqual([{ name: 'Одежда для детей', parent: 'Одежда' }])
    const [offer] =
      await base.ask(`select o.properties, p.unit from offering o join product p on p.id = o.product_id
      where o.search_text like '%ботфорты%38%'`)
    expect(offer).toMatchObject({ properties: { Размер: '40', Цвет: 'Коричневый' }, unit: 'пар' })
    const [green] = await base.ask(`select properties from offering where name = 'Test Offer 2'`)
    expect(green).toEqual({ properties: { Цвет: 'Желтый' } })
  })
})

describe('what a file may do to the base', () => {
  it('CML-41 prices and stock before their goods make stubs, filled when the goods come', async () => {
    await using base = await aCatalogue()
    await base.say(
      offers(
        '<Предложение><Ид>X#1</Ид><Цены><Цена><ИдТипаЦены>опт</ИдТипаЦены><ЦенаЗаЕдиницу>10</ЦенаЗаЕдиницу></Цена></Цены><Остатки><Остаток><Склад><Ид>w</Ид><Количество>5</Количество></Склад></Остаток></Остатки></Предложение>',
      ),
    )
    expect(
      await base.ask(`select o.stub, o.name, p.stub as goods_stub, t.stub as type_stub, w.stub as place_stub,
        c.value_kopecks::int, s.quantity::int from offering o join product p on p.id = o.product_id
        join price c on c.offering_id = o.id join price_type t on t.id = c.price_type_id
        join stock s on s.offering_id = o.id join warehouse w on w.id = s.warehouse_id`),
    ).toEqual([
      {
        stub: true,
        name: '',
        goods_stub: true,
        type_stub: true,
        place_stub: true,
        value_kopecks: 1000,
        quantity: 5,
      },
    ])
    await base.say(goods('<Товар><Ид>X</Ид><Наименование>Веник</Наименование><Артикул>В-1</Артикул></Товар>'))
    await base.say(
      offers('<Предложение><Ид>X#1</Ид><Наименование>Веник зелёный</Наименование></Предложение>'),
    )
    expect(
      await base.ask(`select o.stub, o.name, p.stub as goods_stub, p.name as goods, o.search_text from offering o
        join product p on p.id = o.product_id`),
    ).toEqual([
      {
        stub: false,
        name: 'Веник зелёный',
        goods_stub: false,
        goods: 'Веник',
        search_text: 'веник зеленый веник в-1',
      },
    ])
  })

  it('T10 T31 a dictionary that comes later puts the values into words; a missing value is told', async () => {
    await using base = await aCatalogue()
    const value = (id: string) =>
      `<Товар><Ид>1</Ид><Наименование>Веник</Наименование><ЗначенияСвойств><ЗначенияСвойства><Ид>цвет</Ид><Значение>${id}</Значение></ЗначенияСвойства></ЗначенияСвойств></Товар>`
    await base.say(goods(value('AAAAAAAA-0000-0000-0000-000000000001')))
    const words = 'select properties from product'
    expect(await base.ask(words)).toEqual([{ properties: { цвет: 'aaaaaaaa-0000-0000-0000-000000000001' } }])
    const dictionary =
      '<Классификатор><Свойства><Свойство><Ид>цвет</Ид><Наименование>Цвет</Наименование><ТипЗначений>Справочник</ТипЗначений><ВариантыЗначений><Справочник><ИдЗначения>aaaaaaaa-0000-0000-0000-000000000001</ИдЗначения><Значение>зелёный</Значение></Справочник></ВариантыЗначений></Свойство></Свойства></Классификатор>'
    await base.say(dictionary)
    expect(await base.ask(words)).toEqual([{ properties: { Цвет: 'зелёный' } }])
    const { warnings } = await base.say(goods(value('нет такого')))
    expect(warnings).toMatchObject([{ object: 'Товар 1', field: 'ЗначенияСвойств: Цвет' }])
    expect(await base.ask(words)).toEqual([{ properties: { Цвет: 'нет такого' } }])
  })

  it('T5 of a repeated row the last word holds; CML-53 what a row does not mention stays', async () => {
    await using base = await aCatalogue()
    await base.say(
      goods(
        '<Товар><Ид>1</Ид><Наименование>Веник</Наименование><Артикул>A</Артикул><Описание>мягкий</Описание></Товар><Товар><Ид>1</Ид><Наименование>Веник новый</Наименование><Артикул/></Товар>',
      ),
    )
    expect(await base.ask('select name, sku, description, version from product')).toEqual([
      { name: 'Веник новый', sku: null, description: 'мягкий', version: 1 },
    ])
  })

  it('T14 goods deleted in 1C are marked, and come back', async () => {
    await using base = await aCatalogue()
    const deleted = async (status: string) => {
      await base.say(goods(`<Товар Статус="${status}"><Ид>1</Ид><Наименование>Веник</Наименование></Товар>`))
      return (await base.ask('select deleted from product'))[0]?.deleted
    }
    expect([await deleted('Новый'), await deleted('Удален'), await deleted('Изменен')]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('CML-62 a total that equals its rows empties the places not named; a total alone replaces them', async () => {
    await using base = await aCatalogue()
    const said = (inside: string) => base.say(offers(`<Предложение><Ид>1</Ид>${inside}</Предложение>`))
    const stock = () =>
      base.ask(`select w.external_id as place, s.quantity::int from stock s left join warehouse w on w.id = s.warehouse_id
        order by 1`)
    const place = (id: string, quantity: number) =>
      `<Склад ИдСклада="${id}" КоличествоНаСкладе="${quantity}"/>`
    await said(`${place('a', 4)}${place('b', 3)}`)
    await said(place('a', 5))
    expect(await stock()).toEqual([
      { place: 'a', quantity: 5 },
      { place: 'b', quantity: 3 },
    ])
    await said(`<Количество>6</Количество>${place('a', 6)}`)
    expect(await stock()).toEqual([
      { place: 'a', quantity: 6 },
      { place: 'b', quantity: 0 },
    ])
    await said('<Количество>2</Количество>')
    expect(await stock()).toEqual([{ place: null, quantity: 2 }])
    await said(place('b', 1))
    expect(await stock()).toEqual([{ place: 'b', quantity: 1 }])
  })

  it('T36 an old file that is silent about an offer empties it', async () => {
    await using base = await aCatalogue()
    const two = (first: string) =>
      offers(
        `<Предложение><Ид>1</Ид>${first}</Предложение><Предложение><Ид>2</Ид><Количество>7</Количество></Предложение>`,
      )
    await base.say(two('<Количество>3</Количество>'))
    await base.say(two(''))
    const stock = `select sum(quantity)::int as all_of_it from stock`
    expect(await base.ask(stock)).toEqual([{ all_of_it: 10 }])
    await base.say(two(''), { legacy: true })
    expect(await base.ask(stock)).toEqual([{ all_of_it: 7 }])
  })

  it('CML-50 a file that breaks off changes nothing, the files before it stay', async () => {
    await using base = await aCatalogue()
    const tree = await mkdtemp(join(folder, 'tree-'))
    const product = (id: string) => `<КоммерческаяИнформация>${goods(`<Товар><Ид>${id}</Ид></Товар>`)}`
    await writeFile(join(tree, 'import0_1.xml'), `${product('1')}</КоммерческаяИнформация>`)
    await writeFile(join(tree, 'import0_2.xml'), `${product('2')}\n<not valid xml!!!`)
    await expect(base.load(tree)).rejects.toThrow('import0_2.xml, строка 2')
    expect(await base.ask('select external_id from product')).toEqual([{ external_id: '1' }])
  })

  it('more than one batch: five thousand offers each with rows of two places', async () => {
    await using base = await aCatalogue()
    const many = Array.from(
      { length: 5_000 },
      (_, at) =>
        `<Предложение><Ид>g${at % 50}#${at}</Ид><Наименование>Веник ${at}\\n\t"\\</Наименование><Количество>3</Количество><Склад ИдСклада="a" КоличествоНаСкладе="2"/><Склад ИдСклада="b" КоличествоНаСкладе="1"/></Предложение>`,
    ).join('')
    const { changed, offerings } = await base.say(offers(many))
    expect([offerings, changed]).toEqual([5_000, 50 + 5_000 + 10_000])
    expect(await base.ask('select sum(quantity)::int as all_of_it from stock')).toEqual([
      { all_of_it: 15_000 },
    ])
    expect((await base.say(offers(many))).changed).toBe(0)
  })
})
