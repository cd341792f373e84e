import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClientCandidate, recogniseClient, type SenderKeys } from './recognise-client.ts'

const client = (companyId: string, rest: Partial<ClientCandidate> = {}): ClientCandidate => ({
  ...{ companyId, contactId: null, inn: null, contactKeys: [] },
  ...rest,
})
const from = (rest: Partial<SenderKeys>): SenderKeys => ({
  ...{ inn: null, phone: null, email: null },
  ...rest,
})
const phone = '79160001122'
const email = 'zakaz@romashka.ru'

describe('S-033 who an inquiry comes from', () => {
  it('is known by ИНН, phone or mail, and it is said by which', () => {
    const known = client('Ромашка', { inn: '7707083893', contactKeys: [phone, email], contactId: 'Пётр' })
    expect(recogniseClient(from({ inn: '7707083893' }), [known])).toMatchObject({
      companyId: 'Ромашка',
      by: 'inn',
    })
    expect(recogniseClient(from({ phone }), [known])).toEqual({
      ...{ companyId: 'Ромашка', contactId: 'Пётр', by: 'phone', reason: 'Узнан по телефону' },
    })
    expect(recogniseClient(from({ email }), [known])).toMatchObject({ by: 'email', reason: 'Узнан по почте' })
  })

  it('the ИНН wins over a phone that another client has', () => {
    const candidates = [client('Старая', { contactKeys: [phone] }), client('Новая', { inn: '7707083893' })]
    expect(recogniseClient(from({ inn: '7707083893', phone }), candidates)).toMatchObject({
      companyId: 'Новая',
    })
  })

  it('a phone does not make the sender a client with another ИНН', () => {
    const old = client('Старая', { inn: '7702070139', contactKeys: [phone] })
    expect(recogniseClient(from({ inn: '7707083893', phone }), [old])).toMatchObject({
      companyId: null,
      conflict: false,
    })
  })

  it('phone and mail of two clients decide nothing, together on one they do', () => {
    const a = client('А', { contactKeys: [phone] })
    const b = client('Б', { contactKeys: [email] })
    const both = client('В', { contactKeys: [phone, email] })
    expect(recogniseClient(from({ phone, email }), [a, b])).toEqual({
      ...{ companyId: null, contactId: null, by: null, conflict: true },
      reason: 'Подходит несколько клиентов: по телефону, по почте. Выберите вручную',
    })
    expect(recogniseClient(from({ phone, email }), [a, b, both])).toMatchObject({ companyId: 'В' })
  })

  it('branches of one ИНН are told apart by phone', () => {
    const branch = (name: string, key: string) => client(name, { inn: '7707083893', contactKeys: [key] })
    const branches = [branch('Тверь', phone), branch('Омск', email)]
    expect(recogniseClient(from({ inn: '7707083893', phone }), branches)).toMatchObject({
      companyId: 'Тверь',
    })
    expect(recogniseClient(from({ inn: '7707083893' }), branches)).toMatchObject({
      companyId: null,
      conflict: true,
    })
  })

  it('several people of one client are that client', () => {
    const people = ['Пётр', 'Анна'].map(contactId => client('Ромашка', { contactId, contactKeys: [phone] }))
    expect(recogniseClient(from({ phone }), people)).toMatchObject({
      companyId: 'Ромашка',
      contactId: 'Пётр',
    })
    expect(recogniseClient(from({}), people)).toMatchObject({ companyId: null, conflict: false })
  })

  it('whoever is recognised shares the key it says, and the order of candidates does not matter', () => {
    const key = fc.constantFrom('k1', 'k2', 'k3')
    const candidate = fc.record({
      companyId: fc.constantFrom('А', 'Б', 'В'),
      contactId: fc.constant(null),
      inn: fc.constantFrom(null, '1', '2'),
      contactKeys: fc.uniqueArray(key),
    })
    const sender = fc.record({
      inn: fc.constantFrom(null, '1', '2'),
      phone: fc.option(key),
      email: fc.option(key),
    })
    fc.assert(
      fc.property(sender, fc.array(candidate, { maxLength: 6 }), (who, list) => {
        const found = recogniseClient(who, list)
        expect(recogniseClient(who, list.toReversed()).companyId).toBe(found.companyId)
        if (!found.by) return
        const own = list.filter(({ companyId }) => companyId === found.companyId)
        const shares = (one: ClientCandidate) =>
          found.by === 'inn'
            ? one.inn === who.inn
            : one.contactKeys.includes(who[found.by === 'phone' ? 'phone' : 'email'] ?? '')
        expect(own.some(shares)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
