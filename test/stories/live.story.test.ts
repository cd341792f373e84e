import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../world/a-world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld({ worker: false })
})
afterAll(() => world[Symbol.asyncDispose]())

/** A colleague of one's own with an open stream of changes; `next` answers the next one told, or null at the end. */
async function aListener(login: string, roles: string[]) {
  const password = 'метла 2026'
  const admin = await world.as('admin')
  const user = await admin.post<{ id: string; version: number }>('/users', {
    ...{ login, name: 'Анна Смирнова', password, roles },
  })
  const signedIn = await fetch(`${world.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { body } = await fetch(`${world.url}/api/events`, { headers: { cookie } })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async (): Promise<string | null> => {
    const part = await reader?.read()
    if (!part || part.done) return null
    return part.value.includes('data:') ? part.value : next()
  }
  const change = (changes: object) => admin.patch(`/users/${user.id}`, changes, user.version)
  return { next, change }
}
const begin = async (name: string) => (await world.as('manager')).post<{ id: string }>('/companies', { name })

describe('an open stream of changes', () => {
  it('D6 ends when its person is dismissed', async () => {
    const { next, change } = await aListener('leaver', ['director'])
    const { id } = await begin('ООО «До»')
    expect(await next()).toContain(id)
    await change({ active: false })
    let told = await next()
    while (told !== null) told = await next()
    expect(told).toBeNull()
  })
})
