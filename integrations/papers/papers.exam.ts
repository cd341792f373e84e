import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperData, PaperTemplate } from './paper-data.ts'
import { PaperDataInvalid, type Papers, PapersUnavailable } from './papers.port.ts'
import { samplePapers } from './sample-papers.ts'

const templates = Object.keys(samplePapers) as PaperTemplate[]
const { offer, invoice } = samplePapers

/** What every maker of papers must do; the adapter and the fake sit it alike. */
export const papersExam = (name: string, open: () => Promise<Papers>) =>
  describe(`${name} makes papers`, () => {
    let papers: Papers
    beforeAll(async () => {
      papers = await open()
    })
    afterAll(() => papers.close())

    const refusal = async (template: PaperTemplate, data: unknown): Promise<string> => {
      const said = await papers
        .render({ template, data: data as PaperData[PaperTemplate], title: 'Проба' })
        .catch((error: unknown) => error)
      expect(said).toBeInstanceOf(PaperDataInvalid)
      return String(said)
    }

    it.each(templates)('makes a PDF of %s with its pages counted and its hash told', async template => {
      const paper = await papers.render({ template, data: samplePapers[template], title: 'Проба' })
      expect(Buffer.from(paper.pdf.subarray(0, 5)).toString()).toBe('%PDF-')
      expect(Buffer.from(paper.pdf).toString('latin1').trimEnd()).toMatch(/%%EOF$/)
      expect(paper.pages).toBeGreaterThanOrEqual(1)
      expect(paper.sha256).toBe(createHash('sha256').update(paper.pdf).digest('hex'))
    })

    it('makes the same file of the same facts, and another of others', async () => {
      const make = (data: PaperData['offer']) => papers.render({ template: 'offer', data, title: 'КП' })
      const [once, again, other] = [
        await make(offer),
        await make(offer),
        await make({ ...offer, number: 'КП-49' }),
      ]
      expect(again.sha256).toBe(once.sha256)
      expect(Buffer.from(again.pdf).equals(Buffer.from(once.pdf))).toBe(true)
      expect(other.sha256).not.toBe(once.sha256)
    })

    it('writes no date of its making into the file', async () => {
      const { pdf } = await papers.render({ template: 'invoice', data: invoice, title: 'Счет' })
      expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/CreationDate ?\(D:0{14}/)
    })

    it('shows the paper as a page before it is printed', async () => {
      const html = await papers.preview('invoice', invoice)
      expect(html).toContain('<html')
      expect(html).toContain('АО «Чистый дом»')
      expect(html).toContain('117')
    })

    it('keeps what a client wrote as text, never as markup', async () => {
      const html = await papers.preview('offer', { ...offer, intro: '<script>alert(1)</script><img src=x>' })
      expect(html).not.toMatch(/<script|<img src=x/)
    })

    it('F8 refuses a paper whose lines do not add up to its total', async () => {
      const { totals } = invoice
      const wrong = { ...totals, netKopecks: '12929220', grossKopecks: '15773649' }
      expect(await refusal('invoice', { ...invoice, totals: wrong })).toContain('lines')
      expect(await refusal('invoice', { ...invoice, totals: { ...totals, vat: [] } })).toContain('totals')
    })

    it('C9 refuses what is not plain JSON: getters, class instances, functions, names of prototypes', async () => {
      const getter = { ...offer }
      Object.defineProperty(getter, 'intro', { get: () => 'текст', enumerable: true })
      expect(await refusal('offer', getter)).toContain('getter')
      expect(await refusal('offer', { ...offer, issuer: new (class Issuer {})() })).toContain('issuer')
      expect(await refusal('offer', { ...offer, lines: () => [] })).toContain('lines')
      expect(await refusal('offer', JSON.parse('{"__proto__": {"number": "1"}}'))).toContain('__proto__')
    })

    it('names the place of what is wrong', async () => {
      const [line, ...rest] = offer.lines
      expect(
        await refusal('offer', { ...offer, lines: [{ ...line, priceKopecks: '12,5' }, ...rest] }),
      ).toContain('lines.0.priceKopecks')
      expect(await refusal('offer', { ...offer, date: '2026-02-30' })).toContain('date')
      expect(await refusal('offer', { ...offer, whoKnows: 1 })).toContain('whoKnows')
      expect(await refusal('offer', { ...offer, lines: [] })).toContain('lines')
    })

    it('refuses a picture that would have to be fetched', async () => {
      const issuer = { ...offer.issuer, logo: 'http://127.0.0.1:1/logo.png' }
      expect(await refusal('offer', { ...offer, issuer })).toContain('issuer.logo')
    })

    it('C11 refuses more rows and more bytes than a paper can be', async () => {
      const lines = Array.from({ length: 100_000 }, () => offer.lines[0])
      expect(await refusal('offer', { ...offer, lines })).toMatch(/lines|larger/)
      expect(await refusal('offer', { ...offer, intro: 'я'.repeat(20_000_000) })).toContain('larger')
    })

    it('says that it is away once it is closed', async () => {
      const closing = await open()
      await closing.close()
      const said = closing.render({ template: 'offer', data: offer, title: 'КП' })
      await expect(said).rejects.toBeInstanceOf(PapersUnavailable)
    })
  })
