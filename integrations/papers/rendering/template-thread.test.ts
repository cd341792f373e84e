import { afterEach, describe, expect, it } from 'vitest'
import { PaperDataInvalid, PapersUnavailable } from '../papers.port.ts'
import { openTemplateThread, type TemplateThread } from './template-thread.ts'

const threads: TemplateThread[] = []
const open = (templates: Record<string, string>, limits?: { milliseconds: number; megabytes: number }) => {
  const thread = openTemplateThread({ templates, partials: { row: '<i>{{name}}</i>' } }, limits)
  threads.push(thread)
  return thread
}
const render = (source: string, data: unknown = {}) => open({ it: source }).render('it', data)
const bomb = '{{#each rows}}{{#each ../rows}}{{this}}{{/each}}{{/each}}'
const manyRows = { rows: Array.from({ length: 10_000 }, (_, i) => i) }

afterEach(async () => {
  await Promise.all(threads.splice(0).map(thread => thread.close()))
})

describe('A template', () => {
  it('prints facts, escaped, with partials and helpers of the list', async () => {
    const source = '{{#if sum}}{{money sum}} {{> row}}{{/if}}'
    expect(await render(source, { sum: '12200000', name: '<b>«Веник»' })).toBe(
      '122\u00a0000,00 <i>&lt;b&gt;«Веник»</i>',
    )
  })

  it('C9 that breaks the rules is not run at all', async () => {
    const said = await render('{{{name}}}', { name: 'x' }).catch((error: unknown) => error)
    expect(said).toBeInstanceOf(PapersUnavailable)
    expect(String(said)).toContain('unescaped')
  })

  it('C9 sees nothing of prototypes and no helper of the data', async () => {
    const data = { money: 'moved', row: {}, toString: 'text' }
    expect(await render('[{{row.valueOf}}][{{row.hasOwnProperty}}]', data)).toBe('[][]')
    expect(await render('{{money "100"}}', data)).toBe('1,00')
  })

  it('C9 that would loop 10⁴ × 10⁴ times is ended after two seconds, and the next one is made', async () => {
    const thread = open({ bomb, it: 'цел' })
    await expect(thread.render('bomb', manyRows)).rejects.toThrow('2000 ms')
    expect(await thread.render('it', {})).toBe('цел')
  })

  it('C11 that eats all memory is ended with a clear error, and the next one is made', async () => {
    const thread = open({ bomb, it: 'цел' }, { milliseconds: 25_000, megabytes: 24 })
    await expect(thread.render('bomb', manyRows)).rejects.toThrow(/memory|ended/)
    expect(await thread.render('it', {})).toBe('цел')
  })

  it('that fails says so as a fault of its data, without harm to others', async () => {
    const thread = open({ bad: '{{money sum}}', it: 'цел' })
    await expect(thread.render('bad', { sum: 'сто' })).rejects.toBeInstanceOf(PaperDataInvalid)
    await expect(thread.render('absent', {})).rejects.toBeInstanceOf(PaperDataInvalid)
    expect(await thread.render('it', {})).toBe('цел')
  })
})
