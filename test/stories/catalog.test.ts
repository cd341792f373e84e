import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { issueGoods, releaseReservations } from '#activities/catalog/issue-goods.ts'
import { uuidV7 } from '#server/shared/ids.ts'
import { aCatalogueWorld } from './catalog-world.ts'

type World = Awaited<ReturnType<typeof aCatalogueWorld>>

/** Brooms of the demo story: the green one with turbo is out, the brown one is there. */
const brooms = `<КоммерческаяИнформация>
<Классификатор><Группы><Группа><Ид>v</Ид><Наименование>Веники</Наименование></Группа></Группы></Классификатор>
<Каталог><Товары><Товар><Ид>e</Ид><Артикул>ВЭ-1</Артикул><Наименование>Веник электрический</Наименование>
<БазоваяЕдиница Код="796">шт</БазоваяЕдиница><Группы><Ид>v</Ид></Группы>
<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>22</Ставка></СтавкаНалога></СтавкиНалогов></Товар></Товары></Каталог>
<ПакетПредложений><ТипыЦен><ТипЦены><Ид>опт</Ид><Наименование>Оптовая</Наименование><Валюта>руб</Валюта></ТипЦены></ТипыЦен>
<Склады><Склад><Ид>m</Ид><Наименование>Основной</Наименование></Склад><Склад><Ид>d</Ид><Наименование>Дальний</Наименование></Склад></Склады>
<Предложения>${[
  ['зт', 'зелёный', 'да', 0, 0],
  ['кт', 'коричневый', 'да', 30, 5],
  ['з', 'зелёный', 'нет', 40, 0],
]
  .map(
    ([
      id,
      colour,
      turbo,
      here,
      there,
    ]) => `<Предложение><Ид>e#${id}</Ид><Наименование>Веник электрический ${colour}, турбо: ${turbo}</Наименование>
<ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>${colour}</Значение></ХарактеристикаТовара>
<ХарактеристикаТовара><Наименование>Турбонаддув</Наименование><Значение>${turbo}</Значение></ХарактеристикаТовара></ХарактеристикиТовара>
<Цены><Цена><ИдТипаЦены>опт</ИдТипаЦены><ЦенаЗаЕдиницу>6100,00</ЦенаЗаЕдиницу></Цена></Цены>
<Склад ИдСклада="m" КоличествоНаСкладе="${here}"/><Склад ИдСклада="d" КоличествоНаСкладе="${there}"/></Предложение>`,
  )
  .join('')}</Предложения></ПакетПредложений></КоммерческаяИнформация>`

let world: World
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-brooms-'))
  await writeFile(join(folder, 'brooms.xml'), brooms)
  world = await aCatalogueWorld()
  await world.load(join(folder, 'brooms.xml'))
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const idOf = async (externalId: string): Promise<string> => {
  const [row] = await world.sql('select id from offering where external_id = ?', [externalId])
  return String(row?.id)
}
const offering = async (externalId: string, login = 'manager') =>
  (await world.get(login, `/offerings/${await idOf(externalId)}`)).body
const reserve = async (login: string, dealId: string, externalId: string, more: object) =>
  world.post(login, '/reservations', { dealId, offeringId: await idOf(externalId), until: day(7), ...more })

it('S-021 «веник зел турбо: да» finds the one, ё or not, with price, stock and words', async () => {
  const found = await world.get('manager', `/offerings?q=${encodeURIComponent('веник ЗЕЛЕНЫЙ турбо: да')}`)
  expect(found.status).toBe(200)
  expect(found.body).toMatchObject({
    total: 1,
    data: [
      {
        externalId: 'e#зт',
        sku: 'ВЭ-1',
        unit: 'шт',
        vatRate: '22',
        free: '0',
        properties: { Цвет: 'зелёный', Турбонаддув: 'да' },
        prices: [{ typeName: 'Оптовая', valueKopecks: 610_000, currency: 'RUB' }],
      },
    ],
  })
})

it('S-020 S-021 the green one comes on a date; the brown one with turbo is there today', async () => {
  const supply = { offeringId: await idOf('e#зт'), date: day(6), quantity: '40' }
  expect((await world.post('manager', '/supplies', supply)).status).toBe(403)
  expect((await world.post('warehouse', '/supplies', supply)).status).toBe(201)
  const id = await idOf('e#зт')
  expect((await world.get('manager', `/offerings/${id}/availability?quantity=20`)).body).toMatchObject({
    inStock: false,
    possibleOn: day(6),
    parts: [{ on: day(6), quantity: '20' }],
    lacks: '0',
  })
  const { data } = (await world.get('manager', `/offerings/${id}/alternatives?quantity=20`)).body
  expect(data).toMatchObject([
    { offering: { externalId: 'e#кт', free: '35' }, same: ['Турбонаддув'], differs: [{ property: 'Цвет' }] },
    { offering: { externalId: 'e#з' } },
  ])
})

it('the warehouse sees goods and stock and no prices, in any answer', async () => {
  expect(await offering('e#кт', 'warehouse')).toMatchObject({ prices: [], free: '35' })
  const product = await world.get('warehouse', '/products')
  expect(product.body).toMatchObject({ data: [{ prices: [], free: '75', stock: expect.any(Array) }] })
  expect((await world.get('warehouse', '/prices')).status).toBe(403)
  expect((await world.get('manager', '/products')).body).toMatchObject({
    data: [{ externalId: 'e', prices: [{ valueKopecks: 610_000 }] }],
  })
})

it('S-023 PG3 goods are held for a deal, what others hold unseen counts, never more than is free', async () => {
  const [mine, hers] = [await world.aDeal('manager'), await world.aDeal('manager2')]
  const held = await reserve('manager', mine, 'e#кт', { quantity: '20' })
  expect(held).toMatchObject({
    status: 201,
    body: { status: 'active', quantity: '20', can: { release: true } },
  })
  const refused = await reserve('manager2', hers, 'e#кт', { quantity: '20' })
  expect(refused).toMatchObject({ status: 422, body: { code: 'ReservationTooLarge' } })
  expect(refused.body.detail).toContain('свободно 15')
  expect(await offering('e#кт', 'manager2')).toMatchObject({ free: '15' })
  // Whose they are stays hidden.
  expect((await world.get('manager2', '/reservations')).body).toMatchObject({ total: 0 })
  expect((await world.post('manager2', `/reservations/${held.body.id}/release`, {})).status).toBe(404)
  expect((await reserve('manager2', mine, 'e#кт', { quantity: '1' })).status).toBe(404)
  const path = await world.sql('select kind, title from process_event where deal_id = ?', [mine])
  expect(path).toMatchObject([{ kind: 'goods_reserved', title: expect.stringContaining('20 до') }])

  const released = await world.post('manager', `/reservations/${held.body.id}/release`, {})
  expect(released).toMatchObject({ status: 200, body: { status: 'released', can: { release: false } } })
  expect((await world.post('manager', `/reservations/${held.body.id}/release`, {})).body.code).toBe(
    'ReservationReleased',
  )
  expect(await offering('e#кт')).toMatchObject({ free: '35' })
})

it('S-023 at one warehouse no more than lies there; of a supply no more than comes', async () => {
  const deal = await world.aDeal('manager')
  const [far] = await world.sql(`select id from warehouse where external_id = 'd'`)
  expect((await reserve('manager', deal, 'e#кт', { quantity: '6', warehouseId: far?.id })).status).toBe(422)
  const here = await reserve('manager', deal, 'e#кт', { quantity: '5', warehouseId: far?.id })
  expect(here.status).toBe(201)
  const supply = await world.post('warehouse', '/supplies', {
    offeringId: await idOf('e#з'),
    date: day(9),
    quantity: '40',
  })
  const coming = { quantity: '30', fromSupplyId: supply.body.id }
  expect((await reserve('manager', deal, 'e#з', coming)).status).toBe(201)
  expect((await reserve('manager', deal, 'e#з', coming)).body.detail).toContain('свободно 10')
  expect(await offering('e#з')).toMatchObject({ free: '40', supplies: [{ quantity: '40', reserved: '30' }] })
  await releaseReservations(world.em(), deal, new Date())
  expect(await offering('e#кт')).toMatchObject({ free: '35' })
})

it('PG3 twenty people reserve the last goods at once: exactly what there was is held', async () => {
  const deals = await Promise.all([world.aDeal('manager'), world.aDeal('manager2')])
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      reserve(at % 2 ? 'manager' : 'manager2', deals[at % 2 ? 0 : 1] ?? '', 'e#з', { quantity: '6' }),
    ),
  )
  expect(answers.map(one => one.status).toSorted()).toEqual([...Array(6).fill(201), ...Array(14).fill(422)])
  expect(await offering('e#з')).toMatchObject({ free: '4' })
  for (const deal of deals) await releaseReservations(world.em(), deal, new Date())
})

it('the same Idempotency-Key holds the goods once', async () => {
  const deal = await world.aDeal('manager')
  const wish = { dealId: deal, offeringId: await idOf('e#з'), quantity: '3', until: day(1) }
  const [first, second] = [
    await world.post('manager', '/reservations', wish, 'key-1'),
    await world.post('manager', '/reservations', wish, 'key-1'),
  ]
  expect(second).toEqual(first)
  expect((await world.get('manager', `/reservations?filter={"dealId":"${deal}"}`)).body.total).toBe(1)
  await releaseReservations(world.em(), deal, new Date())
})

it('goods that left stay off the free quantity until 1C confirms, and use the reservation up once', async () => {
  const deal = await world.aDeal('manager')
  await reserve('manager', deal, 'e#з', { quantity: '10' })
  const ids = uuidV7()
  const shipment = {
    dealId: deal,
    requestId: ids(),
    shipmentId: ids(),
    lines: [{ offeringId: await idOf('e#з'), quantity: '4' }],
    at: new Date(),
    ids,
  }
  await issueGoods(world.em(), shipment)
  await issueGoods(world.em(), shipment)
  expect((await world.get('manager', `/reservations?filter={"dealId":"${deal}"}`)).body).toMatchObject({
    data: [{ quantity: '10', issuedQuantity: '4', status: 'active' }],
  })
  expect(await offering('e#з')).toMatchObject({ free: '30' })
  await issueGoods(world.em(), {
    ...shipment,
    shipmentId: ids(),
    lines: [{ ...shipment.lines[0], offeringId: shipment.lines[0]?.offeringId ?? null, quantity: '8' }],
  })
  expect((await world.get('manager', `/reservations?filter={"dealId":"${deal}"}`)).body).toMatchObject({
    data: [{ issuedQuantity: '10', status: 'fulfilled' }],
  })
  expect(await offering('e#з')).toMatchObject({ free: '28' })
})

it('S-025 what we do not have is kept with who asked for it', async () => {
  const deal = await world.aDeal('manager')
  const asked = await world.post('manager', '/unmet-demand', {
    dealId: deal,
    text: 'Веник золотой',
    quantity: '7',
    estimatedKopecks: 1_000_000,
  })
  expect(asked).toMatchObject({
    status: 201,
    body: { text: 'Веник золотой', companyName: expect.any(String) },
  })
  expect((await world.get('manager', '/unmet-demand')).body.total).toBe(1)
  expect((await world.get('manager2', '/unmet-demand')).body.total).toBe(0)
  expect((await world.get('head', '/unmet-demand')).body.total).toBe(1)
})

it('bad questions at the doors of the catalogue are refused and change nothing', async () => {
  const deal = await world.aDeal('manager')
  const wish = { dealId: deal, offeringId: await idOf('e#з'), quantity: '1', until: day(1) }
  const before = await world.sql('select count(*)::int as n from reservation')
  const status = async (change: object) =>
    (await world.post('manager', '/reservations', { ...wish, ...change })).status
  expect(await status({ quantity: '-1' })).toBe(400)
  expect(await status({ quantity: '1e9' })).toBe(400)
  expect(await status({ until: '2026-02-30' })).toBe(400)
  expect(await status({ until: '2020-01-01' })).toBe(422)
  expect(await status({ offeringId: deal })).toBe(422)
  expect(await status({ dealId: wish.offeringId })).toBe(404)
  expect(await status({ status: 'fulfilled' })).toBe(400)
  expect((await world.post('warehouse', '/reservations', wish)).status).toBe(403)
  expect(await world.sql('select count(*)::int as n from reservation')).toEqual(before)
  expect((await world.get('manager', '/offerings?filter={"price":1}')).status).toBe(400)
  expect((await world.get('manager', '/offerings?sort=secret')).status).toBe(400)
  expect((await world.get('manager', `/offerings/${deal}`)).status).toBe(404)
  expect(
    (await world.get('manager', `/offerings?q=${encodeURIComponent("%_\\' or 1=1 --")}`)).body.total,
  ).toBe(0)
})

it('lists turn by page and by cursor, filter by group and by many ids', async () => {
  const first = await world.get('manager', '/offerings?perPage=2&sort=name')
  const next = await world.get('manager', `/offerings?perPage=2&sort=name&after=${first.body.next}`)
  expect([first.body.data, next.body.data].map(rows => (Array.isArray(rows) ? rows.length : 0))).toEqual([
    2, 1,
  ])
  const [group] = await world.sql(`select id from product_group where external_id = 'v'`)
  expect((await world.get('manager', `/offerings?filter={"groupId":"${group?.id}"}`)).body.total).toBe(3)
  expect((await world.get('manager', `/products?filter={"groupId":"${group?.id}"}`)).body.total).toBe(1)
  const many = JSON.stringify({ id: [await idOf('e#з'), await idOf('e#кт')] })
  expect((await world.get('manager', `/offerings?filter=${encodeURIComponent(many)}`)).body.total).toBe(2)
  for (const one of ['price-types', 'warehouses', 'product-groups', 'prices', 'stocks', 'supplies'])
    expect((await world.get('manager', `/${one}`)).status).toBe(200)
})
