import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deciding } from './deciding.ts'
import { aDocumentsWorld, type DocumentsWorld } from './documents-world.ts'

let world: DocumentsWorld
beforeAll(async () => {
  world = await aDocumentsWorld({ clock: { now: () => new Date('2025-12-25T09:00:00Z') } })
})
afterAll(() => world[Symbol.asyncDispose]())

const ask = (...args: Parameters<DocumentsWorld['ask']>) => world.ask(...args)
const { conclude, rolesAsked, lastTold } = deciding(() => world)

describe('a contract', () => {
  const aContract = async () => {
    const dealId = await world.aDeal()
    const { body } = await ask('manager', 'POST /contracts', { body: { dealId } })
    return { dealId, id: String(body.id), body }
  }

  it('goes through the lawyer to its number, is signed and ended', async () => {
    const { id, dealId, body } = await aContract()
    expect(body).toMatchObject({ status: 'draft', number: null, validUntil: '2025-12-31' })
    expect((await ask('lawyer', `GET /contracts/${id}`)).status).toBe(404)
    expect((await ask('manager', `POST /contracts/${id}/sign`, { body: {} })).body.code).toBe(
      'ContractMoveNotAllowed',
    )
    await ask('manager', `POST /contracts/${id}/submit`)
    expect(await rolesAsked(id)).toEqual(['lawyer'])
    expect((await ask('lawyer', `GET /contracts/${id}`)).body).toMatchObject({ status: 'awaiting_approval' })
    await conclude('contract', id, 'approved')
    expect((await ask('manager', `GET /contracts/${id}`)).body.number).toBe('Д-2025-1')
    const signed = await ask('lawyer', `POST /contracts/${id}/sign`, { body: { signedOn: '2025-12-26' } })
    expect(signed.body).toMatchObject({ status: 'signed', validFrom: '2025-12-26' })
    expect(await lastTold(dealId)).toMatchObject({
      event: 'contract_signed',
      facts: { contractStatus: 'signed' },
    })
    const ended = await ask('manager', `POST /contracts/${id}/terminate`, {
      body: { reason: 'Не поставили' },
    })
    expect(ended.body).toMatchObject({ status: 'terminated', remark: 'Не поставили' })
  })

  it('rejected comes back as a draft with the lawyer’s words, which may then be changed', async () => {
    const { id } = await aContract()
    await ask('manager', `POST /contracts/${id}/submit`)
    await conclude('contract', id, 'rejected', 'Нужен срок')
    const { body } = await ask('manager', `GET /contracts/${id}`)
    expect(body).toMatchObject({ status: 'draft', remark: 'Нужен срок', number: null })
    const version = Number(body.version)
    expect(
      await ask('manager', `PATCH /contracts/${id}`, { body: { validUntil: '2024-01-01' }, version }),
    ).toMatchObject({ status: 422, body: { code: 'TermEndsBeforeItBegins' } })
    const changed = await ask('manager', `PATCH /contracts/${id}`, {
      body: { validUntil: '2026-06-30' },
      version,
    })
    expect(changed.body).toMatchObject({ validUntil: '2026-06-30' })
    const printed = await ask('manager', `POST /contracts/${id}/render`)
    expect(printed.body.fileId).toEqual(expect.any(String))
  })
})
