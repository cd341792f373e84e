import { describe, expect, it } from 'vitest'
import { canonicalPdf, pageCount } from './pdf-identity.ts'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

const print = ([a, b, c]: [string, string, string], tree: string, date: string): string =>
  `<</CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+00'00')>>\n` +
  `/ID (node${a})>> /ID (node${b})>> /ID (node${c})>> /Headers [(node${b})]\n` +
  `<</Limits ${tree}]>>\n/Count 3\n\xff\xfe`

describe('Two prints of one page', () => {
  const first = print(
    ['00000030', '00000031', '00000032'],
    '[(node00000030) (node00000032)]\n/Names [(node00000030) 5 0 R (node00000031) 7 0 R (node00000032) 9 0 R',
    '20260302101500',
  )
  const second = print(
    ['00000066', '00000009', '00000010'],
    '[(node00000009) (node00000066)]\n/Names [(node00000009) 7 0 R (node00000010) 9 0 R (node00000066) 5 0 R',
    '20261123235959',
  )

  it('are the same file, whenever they were made and whatever the browser called its cells', () => {
    expect(first).not.toBe(second)
    expect(text(canonicalPdf(bytes(second)))).toBe(text(canonicalPdf(bytes(first))))
  })

  it('keep every offset, and the tree of names stays sorted and within its limits', () => {
    const canonical = text(canonicalPdf(bytes(second)))
    expect(canonical).toHaveLength(second.length)
    expect(canonical).toContain('/Limits [(node00000001) (node00000003)]')
    expect(canonical).toContain('/Names [(node00000001) 5 0 R (node00000002) 7 0 R (node00000003) 9 0 R]')
    expect(canonical).toContain("/CreationDate (D:00000000000000+00'00')")
    expect(canonical.endsWith('\xff\xfe')).toBe(true)
  })

  it('tell their number of pages', () => {
    expect(pageCount(bytes(first))).toBe(3)
  })
})
