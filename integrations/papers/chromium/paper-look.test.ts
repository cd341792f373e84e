import type { CDPSession } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperData, PaperTemplate } from '../paper-data.ts'
import type { Papers } from '../papers.port.ts'
import { type ReadPdf, readPdf } from '../read-pdf.ts'
import { readQr } from '../rendering/read-qr.ts'
import { offerOfLines, sampleInvoice, sampleOffer, samplePapers, samplePickList } from '../sample-papers.ts'
import { keepBrowser } from './browser-keeper.ts'
import { chromiumPapers } from './chromium-papers.ts'
import { inIsolatedPage } from './isolation.ts'
import { testBrowser } from './test-browser.ts'

let papers: Papers
beforeAll(() => {
  papers = chromiumPapers(testBrowser())
})
afterAll(() => papers.close())

const printed = async <T extends PaperTemplate>(template: T, data: PaperData[T]): Promise<ReadPdf> =>
  readPdf((await papers.render({ template, data, title: 'Бумага № 1' })).pdf)
const invoiceOf = (lines: number): PaperData['invoice'] => {
  const { lines: many, totals } = offerOfLines(lines)
  return { ...sampleInvoice, lines: many.map(({ supply: _, ...line }) => line), totals }
}

describe('A printed invoice', () => {
  it('stands as payers expect it: payment block, parties, lines, sums in figures and words, signatures', async () => {
    const { pages } = await printed('invoice', sampleInvoice)
    const inOrder = [
      'ПАО СБЕРБАНК г. Москва',
      'Банк получателя',
      'ИНН 7702070139КПП 770201001Сч. №40702810138250123017',
      'Счет на оплату № 117 от 2 марта 2026 г.',
      'ООО «Веник-Опт», ИНН 7702070139',
      'АО «Чистый дом», ИНН 7707083893',
      '№АртикулТовары (работы, услуги)Кол-воЕд.ЦенаСкидкаСумма',
      '1ВЭ-200-ЗВеник электрический с турбонаддувом20шт5 800,005%110 200,00',
      'Итого:157 736,50',
      'В том числе НДС 22%:28 444,29',
      'Всего к оплате:157 736,50',
      'Всего наименований 4, на сумму 157 736,50 руб.',
      'Сто пятьдесят семь тысяч семьсот тридцать шесть рублей 50 копеек',
      'Руководитель(Ковалёва Н. П.)Бухгалтер(Сёмина Л. А.)',
      '1 из 1',
    ].map(text => pages[0]?.indexOf(text))
    expect(inOrder).not.toContain(-1)
    expect(inOrder).toEqual([...inOrder].sort((a = 0, b = 0) => a - b))
  })

  it('DR-21 carries a QR that is read back from the print as it was meant', async () => {
    const { drawings } = await printed('invoice', sampleInvoice)
    const { bytes, moduleMm } = readPrintedQr(drawings[0] ?? '')
    expect(new TextDecoder().decode(bytes)).toBe(sampleInvoice.paymentQr)
    expect(moduleMm).toBeGreaterThanOrEqual(0.33)
  })

  it('DR-02 says «Без налога (НДС)» with its ground where there is no VAT', async () => {
    const totals = {
      ...sampleInvoice.totals,
      netKopecks: sampleInvoice.totals.grossKopecks,
      vat: [{ rate: 'NONE' as const, vatKopecks: '0' }],
      noVatGround: 'УСН, ст. 346.11 НК РФ',
    }
    const { pages } = await printed('invoice', { ...sampleInvoice, totals })
    expect(pages[0]).toContain('Без налога (НДС), УСН, ст. 346.11 НК РФ—')
    expect(pages[0]).not.toContain('22%')
  })
})

describe('A long paper', () => {
  it.each([
    ['offer', 60],
    ['invoice', 60],
  ] as const)('DR-20 repeats the head of the table on each page: %s of %i lines', async (template, count) => {
    const { pages } = await printed(template, template === 'offer' ? offerOfLines(count) : invoiceOf(count))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, i) => {
      expect(page).toContain('№Артикул')
      expect(page).toContain(`${i + 1} из ${pages.length}`)
    })
    expect(pages.join('\n').match(/ВЭ-\d{3}/g)).toHaveLength(count)
  })

  it('DR-20 never leaves totals or signatures alone on a page, however many lines there are', async () => {
    for (let lines = 10; lines <= 34; lines++) {
      const { pages } = await printed('invoice', invoiceOf(lines))
      const withTotals = pages.find(page => page.includes('Всего к оплате'))
      expect(withTotals, `${lines} lines`).toMatch(/ВЭ-\d{3}/)
      expect(withTotals, `${lines} lines`).toContain('Руководитель')
      expect(pages.at(-1), `${lines} lines`).toBe(withTotals)
    }
  })

  it('DR-20 keeps the signature of an offer with its terms or totals', async () => {
    for (let lines = 4; lines <= 24; lines++) {
      const { pages } = await printed('offer', offerOfLines(lines))
      const last = pages.at(-1)
      expect(last, `${lines} lines`).toContain('Ковалёва Н. П.')
      expect(last, `${lines} lines`).toMatch(/Гарантия|Итого/)
      expect(
        pages.find(page => page.includes('Итого')),
        `${lines} lines`,
      ).toMatch(/ВЭ-\d{3}/)
    }
  })
})

describe('Every paper', () => {
  const drafts: [string, PaperTemplate, PaperData[PaperTemplate]][] = [
    ...Object.entries(samplePapers).map(
      ([template, data]): [string, PaperTemplate, PaperData[PaperTemplate]] => [
        template,
        template as PaperTemplate,
        { ...data, draft: true } as PaperData[PaperTemplate],
      ],
    ),
    ['pick list', 'shipment_note', samplePickList],
  ]

  it.each(drafts)(
    'takes each letter from our own font, ₽, № and marks included: %s',
    async (_, template, data) => {
      const { fonts } = await printed(template, data)
      expect(fonts.length).toBeGreaterThan(1)
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+GolosText-/)
      expect(await fontsOnScreen(await papers.preview(template, data))).toEqual(['Golos Text'])
    },
  )

  it('says that it is a draft when it is one, and only then', async () => {
    const draft = await printed('offer', { ...sampleOffer, draft: true, number: null })
    expect(draft.pages[0]).toContain('Черновик')
    expect(draft.pages[0]).not.toContain('№ КП')
    expect((await printed('offer', sampleOffer)).pages[0]).not.toContain('Черновик')
  })

  it('shows no sum where prices are not theirs to see', async () => {
    const line = {
      ...samplePickList.lines[0],
      name: 'Веник',
      quantity: '1',
      unit: 'шт',
      priceKopecks: '777777',
    }
    const { pages } = await printed('shipment_note', { ...samplePickList, lines: [line] })
    expect(pages[0]).toContain('А-04-2')
    expect(pages[0]).not.toMatch(/7 777,77|Цена|Сумма/)
  })

  it('is the same file in a browser started anew', async () => {
    const order = { template: 'contract', data: samplePapers.contract, title: 'Договор № 15' } as const
    const other = chromiumPapers(testBrowser())
    const [here, there] = [await papers.render(order), await other.render(order)]
    await other.close()
    expect(there.sha256).toBe(here.sha256)
  })
})

/** Families of all glyphs that the browser drew for the page. */
async function fontsOnScreen(html: string): Promise<string[]> {
  const browsers = keepBrowser(testBrowser())
  try {
    return await browsers.lend(browser =>
      inIsolatedPage(browser, async page => {
        await page.setContent(html)
        const devtools: CDPSession = await page.createCDPSession()
        await devtools.send('DOM.enable')
        await devtools.send('CSS.enable')
        const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
        const { nodeIds } = await devtools.send('DOM.querySelectorAll', {
          nodeId: root.nodeId,
          selector: 'body *',
        })
        const families = new Set<string>()
        for (const nodeId of nodeIds) {
          const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
          for (const font of fonts)
            families.add(font.isCustomFont ? font.familyName : `${font.familyName} of the host`)
        }
        return [...families]
          .map(name => name.replace(/ (Medium|SemiBold)$/, ''))
          .filter((name, i, all) => all.indexOf(name) === i)
      }),
    )
  } finally {
    await browsers.close()
  }
}

/** The QR's rectangles as the PDF draws them: one unit is one module, scaled by the matrix before them. */
function readPrintedQr(drawing: string): { bytes: Uint8Array; moduleMm: number } {
  const start = drawing.lastIndexOf(' cm\n', drawing.indexOf('4 4 m\n'))
  const scale = Number(/(\S+) 0 0 \S+ \S+ \S+$/.exec(drawing.slice(0, start))?.[1])
  const path = drawing.slice(start, drawing.indexOf('\nf', start))
  const runs = [...path.matchAll(/(\d+) (\d+) m\n(\d+) \2 l\n/g)].map(m => m.slice(1).map(Number))
  const right = Math.max(...runs.map(([, , to = 0]) => to))
  const size = right - 4
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [from = 0, row = 0, to = 0] of runs) modules[row - 4]?.fill(true, from - 4, to - 4)
  const pointsPerUnit = Math.abs(Number(/^(\S+) 0 0 /.exec(drawing)?.[1]))
  return { bytes: readQr(modules), moduleMm: (scale * pointsPerUnit * 25.4) / 72 }
}
