/** A person of the demo company at the API, signed in; each change goes under a key of its own, so it is made once. */
export interface DemoPerson {
  id: string
  login: string
  cookie: string
  get<T>(path: string): Promise<T>
  list<T>(resource: string, filter: object): Promise<T[]>
  /** @param step the key of this change: the same step again answers what it answered first */
  post<T>(step: string, path: string, body?: object): Promise<T>
  signOut(): Promise<void>
}

const asksAgain = 12
/** The process is still at it, or has changed the record at the same moment: the same key asks once more. */
const isNotYet = (status: number, code: string | undefined): boolean =>
  status === 202 || (status === 409 && code === 'Conflict')

/** @throws Error with the server's own words where the door does not open */
export async function signIn(url: string, login: string, password: string): Promise<DemoPerson> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  if (!answer.ok) throw new Error(`${login}: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { user } = (await answer.json()) as { user: { id: string } }

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(`${url}/api${path}`, { headers: { cookie } })
    if (!response.ok) throw new Error(`${login} GET ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  async function post<T>(step: string, path: string, body: object = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(`${url}/api${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `demo/${step}` },
        body: JSON.stringify(body),
      })
      const answer = (await response.json()) as T
      if (response.ok && response.status !== 202) return answer
      const { code } = answer as { code?: string }
      if (attempt >= asksAgain || !isNotYet(response.status, code))
        throw new Error(`${login} POST ${path} (${step}): ${response.status} ${JSON.stringify(answer)}`)
    }
  }
  return {
    ...{ id: user.id, login, cookie, get, post },
    async signOut() {
      await fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie } })
    },
    list: async <T>(resource: string, filter: object) =>
      (
        await get<{ data: T[] }>(
          `/${resource}?perPage=100&filter=${encodeURIComponent(JSON.stringify(filter))}`,
        )
      ).data,
  }
}
