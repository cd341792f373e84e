import { light } from '#domain/shared/look-tokens.ts'
import type { ContractPaper, InvoicePaper, OfferPaper, PaperData, ShipmentNotePaper } from './paper-data.ts'

/** Papers of the demo company: what a template's editor shows, and what every adapter is examined with. */

const logo = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="8 4 40 48" width="40" height="48">' +
    `<g fill="none" stroke="${light.accent}" stroke-width="3" stroke-linecap="round"><path d="M28 6v20"/>` +
    '<path d="M28 26c-9 5-14 12-16 24M28 26c-4 7-6 14-6 24M28 26v24M28 26c4 7 6 14 6 24M28 26c9 5 14 12 16 24"/>' +
    '<path d="M18 33h20"/></g></svg>',
).toString('base64')}`

const issuer = {
  name: 'ООО «Веник-Опт»',
  inn: '7702070139',
  kpp: '770201001',
  ogrn: '1027700132195',
  address: '127051, г. Москва, ул. Садовая-Сухаревская, д. 14, стр. 2, офис 311',
  phone: '+7 495 120-40-40',
  email: 'opt@venik-opt.example',
  site: 'venik-opt.example',
  logo,
  accent: light.accent,
}
const bank = {
  bankName: 'ПАО СБЕРБАНК г. Москва',
  bic: '044525225',
  correspondentAccount: '30101810400000000225',
  account: '40702810138250123017',
}
const buyer = {
  name: 'АО «Чистый дом»',
  inn: '7707083893',
  kpp: '770701001',
  address: '129090, г. Москва, пр-т Мира, д. 5, стр. 1',
  phone: '+7 495 777-10-20',
}
const director = { position: 'Генеральный директор', name: 'Ковалёва Н. П.' }
const vatRate = 'VAT22' as const
const lines = [
  {
    sku: 'ВЭ-200-З',
    name: 'Веник электрический с турбонаддувом',
    note: 'зелёный, 220 В, насадка «Мягкая щетина»',
    quantity: '20',
    unit: 'шт',
    priceKopecks: '580000',
    discountPercent: '5',
    sumKopecks: '11020000',
    vatRate,
    supply: '2026-03-14',
  },
  {
    sku: 'ВЭ-200-К',
    name: 'Веник электрический с турбонаддувом',
    note: 'коричневый, 220 В',
    quantity: '5',
    unit: 'шт',
    priceKopecks: '580000',
    discountPercent: '5',
    sumKopecks: '2755000',
    vatRate,
    supply: 'in_stock',
  },
  {
    sku: 'АКБ-18',
    name: 'Аккумулятор сменный Li-Ion 18 В',
    quantity: '10',
    unit: 'шт',
    priceKopecks: '149990',
    discountPercent: null,
    sumKopecks: '1499900',
    vatRate,
    supply: 'in_stock',
  },
  {
    sku: 'СРГ-1',
    name: 'Сорго техническое для ремонта веников',
    quantity: '12.5',
    unit: 'кг',
    priceKopecks: '39900',
    discountPercent: null,
    sumKopecks: '498750',
    vatRate,
    supply: 'on_request',
  },
]
const totals = {
  vatMode: 'inside' as const,
  netKopecks: '12929221',
  vat: [{ rate: vatRate, vatKopecks: '2844429' }],
  grossKopecks: '15773650',
  discountKopecks: '725000',
}
const head = { number: '117', date: '2026-03-02', draft: false }

export const sampleOffer: OfferPaper = {
  ...head,
  number: 'КП-48',
  validUntil: '2026-03-16',
  issuer,
  addressee: { company: 'АО «Чистый дом»', personDative: 'Директору по закупкам Громовой Е. С.' },
  subject: 'Поставка электрических веников для весенней уборки',
  intro:
    'Елена Сергеевна, по нашему разговору 27 февраля подобрали веники с турбонаддувом. Коричневые отгрузим завтра, ' +
    'зелёные придут на склад 13 марта — держим для вас 20 штук.',
  lines,
  totals,
  deliveryTerms:
    'Доставка по Москве нашей машиной бесплатно. Первая часть — на следующий рабочий день после оплаты, вторая — 16 марта.',
  paymentTerms: 'Предоплата 50%, остаток в течение 5 рабочих дней после отгрузки.',
  warranty: '24 месяца на двигатель и аккумулятор, замена за 3 рабочих дня.',
  manager: {
    name: 'Василий Орлов',
    position: 'менеджер по работе с ключевыми клиентами',
    phone: '+7 495 120-40-40, доб. 12',
    email: 'orlov@venik-opt.example',
  },
  signatory: director,
  notPublicOffer: true,
}

export const sampleInvoice: InvoicePaper = {
  ...head,
  issuer,
  bank,
  buyer,
  basis: 'Договор поставки № 15 от 12.01.2026',
  warning:
    'Оплата счета означает согласие с условиями поставки. Товар отпускается по факту поступления денег на счет Поставщика.',
  dueDate: '2026-03-10',
  lines: lines.map(({ supply: _, ...line }) => line),
  totals,
  paymentQr:
    'ST00012|Name=ООО «Веник-Опт»|PersonalAcc=40702810138250123017|BankName=ПАО СБЕРБАНК|BIC=044525225|' +
    'CorrespAcc=30101810400000000225|PayeeINN=7702070139|KPP=770201001|Sum=15773650|' +
    'Purpose=Оплата по счету № 117 от 02.03.2026, в т.ч. НДС 22% - 28444.29',
  head: { position: 'Руководитель', name: 'Ковалёва Н. П.' },
  accountant: { position: 'Бухгалтер', name: 'Сёмина Л. А.' },
  manager: { name: 'Василий Орлов', phone: '+7 495 120-40-40, доб. 12', email: 'orlov@venik-opt.example' },
}

export const sampleContract: ContractPaper = {
  ...head,
  number: '15',
  city: 'г. Москва',
  issuer: { logo: null, accent: null },
  seller: {
    ...buyer,
    name: 'Общество с ограниченной ответственностью «Веник-Опт»',
    inn: issuer.inn,
    kpp: issuer.kpp,
    ogrn: issuer.ogrn,
    address: issuer.address,
    phone: issuer.phone,
    email: issuer.email,
    representedByGenitive: 'генерального директора Ковалёвой Нины Петровны',
    actingUnderGenitive: 'Устава',
    signatory: director,
    bank,
  },
  buyer: {
    ...buyer,
    name: 'Акционерное общество «Чистый дом»',
    ogrn: '1027700132195',
    representedByGenitive: 'директора по закупкам Громовой Елены Сергеевны',
    actingUnderGenitive: 'доверенности № 3 от 12.01.2026',
    signatory: { position: 'Директор по закупкам', name: 'Громова Е. С.' },
    bank: { ...bank, account: '40702810200000000001' },
  },
  lines,
  totals,
  prepaymentPercent: 50,
  paymentWorkingDays: 5,
  deliveryWorkingDays: 10,
  deliveryTerms: 'Товар доставляется транспортом Поставщика по адресу: г. Москва, пр-т Мира, д. 5, стр. 1.',
  penaltyPercent: '0.1',
  warrantyMonths: 24,
  vatChange: 'gross_kept',
  court: 'Арбитражный суд города Москвы',
  validUntil: '2026-12-31',
  prolongs: true,
}

const places = ['А-04-2', 'А-04-1', 'Б-11-3', 'В-01-1']
export const samplePickList: ShipmentNotePaper = {
  ...head,
  number: '52',
  kind: 'pick_list',
  withPrices: false,
  issuer,
  buyer,
  deliveryAddress: 'г. Москва, пр-т Мира, д. 5, стр. 1, проходная № 2',
  basis: 'Счет № 117 от 02.03.2026',
  promisedOn: '2026-03-04',
  part: { no: 1, of: 2 },
  remark: 'Зелёных пока 18: остальные придут 13 марта. Упаковать по пять.',
  lines: lines.map(({ sku, name, note, quantity, unit }, i) => ({
    sku,
    name,
    note,
    quantity,
    unit,
    place: places[i] ?? null,
  })),
}

export const sampleShipmentNote: ShipmentNotePaper = {
  ...samplePickList,
  kind: 'note',
  withPrices: true,
  remark: null,
  lines: lines.map(({ sku, name, note, quantity, unit, priceKopecks, sumKopecks }) => ({
    ...{ sku, name, note, quantity, unit, priceKopecks, sumKopecks },
  })),
  totals,
  released: { position: 'кладовщик', name: 'Лукин П. Д.' },
  received: null,
}

/** One sample per template. */
export const samplePapers: PaperData = {
  offer: sampleOffer,
  invoice: sampleInvoice,
  contract: sampleContract,
  shipment_note: sampleShipmentNote,
}

/** The sample offer with as many lines as asked: for what long papers must keep (DR-20). */
export function offerOfLines(count: number): OfferPaper {
  const line = sampleOffer.lines[1]
  if (!line) throw new Error('the sample has a second line')
  const gross = BigInt(line.sumKopecks) * BigInt(count)
  const vat = (2n * gross * 22n + 122n) / 244n
  return {
    ...sampleOffer,
    lines: Array.from({ length: count }, (_, i) => ({
      ...line,
      sku: `ВЭ-${String(i + 1).padStart(3, '0')}`,
    })),
    totals: {
      ...totals,
      netKopecks: String(gross - vat),
      vat: [{ rate: 'VAT22', vatKopecks: String(vat) }],
      grossKopecks: String(gross),
    },
  }
}
