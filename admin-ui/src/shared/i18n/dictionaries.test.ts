import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { raRu } from './ra-ru.ts'
import { ru } from './ru.ts'

const leaves = (value: object, before = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    typeof inner === 'string' ? [[before + key, inner]] : leaves(inner, `${before}${key}.`),
  )
const holes = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].toSorted()
const russian = new Map(leaves(ru))
const english = new Map(leaves(en))

describe('the dictionaries', () => {
  it('say the same things in both languages', () => {
    expect([...english.keys()].toSorted()).toEqual([...russian.keys()].toSorted())
  })
  it('leave no word empty', () => {
    const empty = [...russian, ...english].filter(([, text]) => !text.trim()).map(([key]) => key)
    expect(empty).toEqual([])
  })
  it('name the same values in each sentence', () => {
    const differ = [...russian].filter(
      ([key, text]) => `${holes(text)}` !== `${holes(english.get(key) ?? '')}`,
    )
    expect(differ.map(([key]) => key)).toEqual([])
  })
  it('have three plural forms in Russian and two in English', () => {
    const forms = (text: string) => text.split('||||').length
    const wrong = [
      ...[...russian, ...leaves(raRu)].filter(([, text]) => ![1, 3].includes(forms(text))),
      ...[...english].filter(([, text]) => forms(text) > 2),
    ]
    expect(wrong.map(([key]) => key)).toEqual([])
  })
  it('do not shout', () => {
    expect([...russian].filter(([, text]) => text.includes('!')).map(([key]) => key)).toEqual([])
  })
})
