import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { UnreadableCatalog } from '../commerceml.port.ts'
import { of, read } from './reading-in-tests.ts'

const samples = join(import.meta.dirname, '../../../test/fixtures/1c')
const file = (inside: string, head = '') =>
  `${head}<КоммерческаяИнформация><Каталог><Товары><Товар><Ид>1</Ид>${inside}</Товар></Товары></Каталог></КоммерческаяИнформация>`
const name = (text: string) => `<Наименование>${text}</Наименование>`
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\r\n`
const nameIn = async (bytes: string | Uint8Array, size?: number) => {
  const records = await read(bytes, size === undefined ? {} : { size })
  return { name: of(records, 'product')[0]?.name, warnings: of(records, 'warning').map(one => one.sentence) }
}
const refusal = async (bytes: string | Uint8Array): Promise<UnreadableCatalog> => {
  const error: unknown = await read(bytes).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UnreadableCatalog)) throw new Error(`not refused: ${String(error)}`)
  return error
}

describe('texts that 1C and others send', () => {
  it.each([
    ['a BOM', `\ufeff${file(name('Веник'), declared('UTF-8'))}`],
    ['empty lines before the declaration', `\r\n \n${file(name('Веник'), declared('utf-8'))}`],
    ['no declaration', file(name('Веник'))],
    ['CRLF', file(`\r\n${name('Веник')}\r\n`, declared('UTF-8'))],
  ])('CML-50 T1 %s', async (_what, text) =>
    expect(await nameIn(text)).toEqual({ name: 'Веник', warnings: [] }),
  )

  it.each(['windows-1251', 'cp866', 'koi8-r', 'CP1251'])('CML-50 T1 bytes in %s', async encoding =>
    expect(await nameIn(iconv.encode(file(name('Веник'), declared(encoding)), encoding))).toEqual({
      name: 'Веник',
      warnings: [],
    }),
  )

  it('CML-50 windows-1251 under the name of UTF-8, or without a name', async () => {
    const lying = await nameIn(iconv.encode(file(name('Веник'), declared('UTF-8')), 'win1251'))
    expect(lying).toMatchObject({ name: 'Веник', warnings: [expect.stringContaining('windows-1251')] })
    expect(await nameIn(iconv.encode(file(name('Веник')), 'win1251'))).toEqual({
      name: 'Веник',
      warnings: [],
    })
  })

  it('CML-50 UTF-16 with a BOM', async () =>
    expect(await nameIn(iconv.encode(file(name('Веник')), 'utf16le', { addBOM: true }))).toMatchObject({
      name: 'Веник',
    }))

  it('CML-50 an encoding nobody knows is told of and guessed', async () =>
    expect(await nameIn(file(name('Веник'), declared('windows-9999')))).toMatchObject({
      name: 'Веник',
      warnings: [expect.stringContaining('windows-9999')],
    }))

  it('CML-50 forbidden signs and references to them are left out, with a warning', async () =>
    expect(await nameIn(file(name('Ве\u001fн\u0000ик&#x1F;&#0; &#x41;')))).toEqual({
      name: 'Веник A',
      warnings: ['убраны знаки, недопустимые в XML: 4'],
    }))

  it('CML-50 a lone & is taken as itself; in CDATA it stays', async () => {
    expect(await nameIn(file(name('A & B &amp; C&nbsp;D &lt;E&gt; F&')))).toEqual({
      name: 'A & B & C&nbsp;D <E> F&',
      warnings: ['исправлены знаки «&» без записи «&amp;»: 3'],
    })
    expect(await nameIn(file(name('<![CDATA[A & B <b> ]] ]>]]>')))).toEqual({
      name: 'A & B <b> ]] ]>',
      warnings: [],
    })
  })

  it('the same records whatever pieces the bytes come in', async () => {
    const text = `\ufeff${file(`${name('Ве&ник &amp; <![CDATA[<a> & ]]]]> &#1042;')}<!-- > & --><?note a?b ?><Артикул a=">'" b='"'>A</Артикул>`, declared('UTF-8'))}`
    const whole = await read(text)
    expect(of(whole, 'product')).toMatchObject([{ name: 'Ве&ник & <a> & ]] В', sku: 'A' }])
    for (const size of [1, 2, 3, 5, 7, 11, 64]) expect(await read(text, { size })).toEqual(whole)
  })
})

describe('files that are refused', () => {
  it('CML-50 a DOCTYPE, before anything is expanded', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
    expect((await refusal(file(name('&c;'), bomb))).message).toContain('DOCTYPE')
    expect((await refusal(`${bomb.slice(0, 12)}${'x'.repeat(200_000)}`)).message).toContain('DOCTYPE')
  })

  it('CML-50 more than 64 levels', async () => {
    expect((await refusal(`<КоммерческаяИнформация>${'<a>'.repeat(100_000)}`)).message).toContain('64')
    expect((await refusal(file('<a>'.repeat(61)))).message).toContain('64')
  })

  it('CML-50 <not valid xml!!! stops with its line', async () => {
    const error = await refusal(`<КоммерческаяИнформация>\n<Каталог>\n<not valid xml!!!`)
    expect(error).toMatchObject({ line: 3, file: 'test.xml' })
  })

  it('another XML, no XML, nothing at all', async () => {
    expect((await refusal('<html/>')).message).toContain('html')
    expect((await refusal('Здравствуйте!')).line).toBe(1)
    expect((await refusal('')).code).toBe('UnreadableCatalog')
    expect((await refusal('<КоммерческаяИнформация><Каталог>')).code).toBe('UnreadableCatalog')
  })

  it('a tag without an end', async () =>
    expect((await refusal(`<КоммерческаяИнформация ${'а'.repeat(1_200_000)}`)).code).toBe(
      'UnreadableCatalog',
    ))
})

describe('rows beyond the caps', () => {
  const two = (inside: string) =>
    `<КоммерческаяИнформация><Каталог><Товары><Товар><Ид>1</Ид>${inside}</Товар><Товар><Ид>2</Ид></Товар></Товары></Каталог></КоммерческаяИнформация>`

  it.each([
    ['a text of 3 MiB', name('а'.repeat(3 * 1_048_576))],
    ['a text of 3 MiB in pieces', name('<![CDATA[аааааааааааааааа]]>'.repeat(196_608))],
    ['half a million parts', '<Картинка/>'.repeat(500_000)],
  ])('CML-50 %s is left out with a warning and the next row is read', async (_what, inside) => {
    const records = await read(two(inside))
    expect(of(records, 'product').map(one => one.id)).toEqual(['2'])
    expect(of(records, 'warning')).toMatchObject([{ object: 'Товар', line: 1 }])
  })
})

it('T33 whatever is done to a file, it is read or refused in our own words', {
  timeout: 60_000,
}, async () => {
  const originals = await Promise.all(
    ['catalog-2.07-offers.xml', 'catalog-3.1-goods.xml', 'catalog-2.08-ns210-offers-crlf.xml'].map(one =>
      readFile(join(samples, one)),
    ),
  )
  const change = fc.record({
    at: fc.nat(16_000),
    cut: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom(
          '<',
          '>',
          '&',
          ']]>',
          '<![CDATA[',
          '<!--',
          '-->',
          '"',
          '<?',
          '</Ид>',
          '<Товар>',
          '&#0;',
          '\u0000',
          '#',
        )
        .map(text => new TextEncoder().encode(text)),
    ),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (original, changes) => {
        let bytes = original
        for (const { at, cut, put } of changes)
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)])
        const outcome: unknown = await read(bytes, { size: 4096 }).catch((error: unknown) => error)
        expect(Array.isArray(outcome) || outcome instanceof UnreadableCatalog).toBe(true)
      },
    ),
    { numRuns: 400 },
  )
})
