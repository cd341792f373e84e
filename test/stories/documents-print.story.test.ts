import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { concludeSubject } from '#activities/documents/conclude-subject.ts'
import { storePaper } from '#activities/documents/store-paper.ts'
import { formatKopecks } from '#domain/shared/kopecks.ts'
import { chromiumPapers } from '#integrations/papers/chromium/chromium-papers.ts'
import { testBrowser } from '#integrations/papers/chromium/test-browser.ts'
import type { Papers } from '#integrations/papers/papers.port.ts'
import { readPdf } from '#integrations/papers/read-pdf.ts'
import { venikOpt } from '#server/founding/venik-opt.ts'
import { aDocumentsWorld, brooms, type DocumentsWorld } from './documents-world.ts'

let papers: Papers
let world: DocumentsWorld
beforeAll(async () => {
  papers = chromiumPapers(testBrowser())
  world = await aDocumentsWorld({ papers, clock: { now: () => new Date('2026-03-02T09:00:00Z') } })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await papers?.close()
})

const wordsOf = async (fileId: unknown) => {
  const [file] = await world.sql<{ content: Uint8Array; name: string }>(
    'select content, name from stored_file where id = ?',
    [fileId],
  )
  if (!file) throw new Error('no file')
  return { name: file.name, text: readPdf(file.content).pages.join('\n').replaceAll(/\s+/g, ' ') }
}
const paperOf = (resource: string) => async () => {
  const dealId = await world.aDeal({ lines: brooms('5') })
  const { body } = await world.ask('manager', `POST /${resource}`, { body: { dealId } })
  return { id: String(body.id), gross: (body.totals as { grossKopecks: number }).grossKopecks }
}
const sum = (kopecks: number) => formatKopecks(BigInt(kopecks)).replaceAll(/\s+/g, ' ')

describe('what stands on paper is what stands in the base', () => {
  it('F8 an offer: number, day, lines, sum', async () => {
    const { id, gross } = await paperOf('offers')()
    const { body } = await world.ask('manager', `POST /offers/${id}/submit`)
    const printed = await world.ask('manager', `POST /offers/${id}/render`)
    const { name, text } = await wordsOf(printed.body.fileId)
    expect(name).toBe(`Коммерческое предложение № ${body.number} от 02.03.2026.pdf`)
    for (const words of [
      String(body.number),
      'Ромашка',
      'Веник электрический',
      sum(gross),
      'Василий Кузнецов',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Черновик')
  })

  it('F8 an issued invoice: number, term, payee, sum in figures and in words', async () => {
    const { id, gross } = await paperOf('invoices')()
    await world.ask('manager', `POST /invoices/${id}/submit`)
    await world.em().transactional(em =>
      concludeSubject(em, world.deeds, {
        ...{ subject: { type: 'invoice', id }, verdict: 'approved', by: null, remark: null },
        at: world.deeds.clock.now().getTime(),
      }),
    )
    const { fileId } = await storePaper(world.deeds, { subject: 'invoice', id, key: 'print' })
    const { text } = await wordsOf(fileId)
    for (const words of [
      '№ 1',
      venikOpt.bank.account,
      sum(gross),
      'Сто десять тысяч семьсот девяносто восемь рублей',
    ])
      expect(text).toContain(words)
  })

  it('a contract’s draft says that it is one', async () => {
    const { id, gross } = await paperOf('contracts')()
    const printed = await world.ask('manager', `POST /contracts/${id}/render`)
    const { text } = await wordsOf(printed.body.fileId)
    for (const words of ['Черновик', 'Договор поставки', 'Павлова Петра Андреевича', sum(gross)])
      expect(text).toContain(words)
  })

  it('a shipment’s note names what left and no prices', async () => {
    const dealId = await world.aDeal()
    const [made] = await world.sql<{ id: string }>(
      `with asked as (insert into department_request
         (id, created_at, kind, from_department, to_department, subject, company_id, company_name, status, lines)
         select gen_random_uuid(), now(), 'warehouse', 'sales', 'warehouse', 'Веники', company_id, 'Ромашка', 'done',
           '[{"id":"1","sku":"ВЭ-200"}]' from deal where id = ? returning id, company_id)
       insert into shipment (id, request_id, company_id, number, shipped_at, lines)
       select gen_random_uuid(), id, company_id, 'Н-1', '2026-03-02T09:00:00Z',
         '[{"lineId":"1","offeringId":null,"name":"Веник","unit":"шт","quantity":"18"}]' from asked returning id`,
      [dealId],
    )
    const { fileId } = await storePaper(world.deeds, { subject: 'shipment', id: made?.id ?? '', key: 'note' })
    const { name, text } = await wordsOf(fileId)
    expect(name).toBe('Накладная № Н-1 от 02.03.2026.pdf')
    for (const words of ['ВЭ-200', 'Веник', '18']) expect(text).toContain(words)
    expect(text).not.toContain('руб')
  })
})
