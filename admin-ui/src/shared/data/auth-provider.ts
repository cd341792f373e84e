import type { AuthProvider, UserIdentity } from 'react-admin'
import type { SessionAnswer } from '#server/access/access.contract.ts'
import { mayEnter } from '../../access/rooms.ts'
import { call } from './http.ts'
import { Refusal } from './problem.ts'

/** Who is signed in, as `/api/session` tells it. */
export type Me = UserIdentity & SessionAnswer['user']

let asked: Promise<Me | null> | undefined

/** One question per page load; rights then live in memory. */
const session = (): Promise<Me | null> => {
  asked ??= call<SessionAnswer>('/session').then(
    ({ body }) => ({ ...body.user, fullName: body.user.name }),
    error => {
      asked = undefined
      if (error instanceof Refusal && error.status === 401) return null
      throw error
    },
  )
  return asked
}

export const authProvider: AuthProvider = {
  async login({ login, password }: { login: string; password: string }) {
    asked = undefined
    await call('/session', { method: 'POST', body: { login, password } })
  },
  async logout() {
    const known = await session().catch(() => null)
    asked = undefined
    if (known) await call('/session', { method: 'DELETE' }).catch(() => undefined)
  },
  async checkAuth() {
    if (!(await session())) throw new Refusal({ ...nobody, detail: '' })
  },
  async checkError(error) {
    if (!(error instanceof Refusal) || error.status !== 401) return
    asked = undefined
    throw error
  },
  async getIdentity() {
    const me = await session()
    if (!me) throw new Refusal(nobody)
    return me
  },
  getPermissions: async () => (await session())?.roles ?? [],
  canAccess: async ({ resource }) => mayEnter((await session())?.roles ?? [], resource),
}

const nobody = { title: '', detail: '', status: 401, code: 'NotSignedIn', errors: [], ref: '', extra: {} }
