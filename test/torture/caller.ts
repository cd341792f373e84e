import { type House, password } from './house.ts'

export interface Told<T> {
  status: number
  body: T
  headers: Headers
}
export interface Caller {
  id: string
  /** One request, answered as it is; throws when nobody answers. */
  ask<T>(method: string, path: string, body?: unknown, key?: string): Promise<Told<T>>
  get<T>(path: string): Promise<T>
  list<T>(resource: string, filter: object): Promise<T[]>
  /** A command under its key, repeated under the same key until it is answered, whatever dies meanwhile. */
  command<T>(key: string, path: string, body?: unknown): Promise<T>
}
export type Callers = (login: string) => Promise<Caller>

/** People at the door, each signed in once; sessions outlive every part. */
export function callersOf(house: House): Callers {
  const known = new Map<string, Promise<Caller>>()
  return login => {
    const caller = known.get(login) ?? signIn(house, login)
    known.set(login, caller)
    return caller
  }
}

/**
 * Repeats a request until it is answered by something else than «away»: 5xx, no answer at all, or 202 for a command
 * that is still on its way. Between two attempts waits for a sign of life.
 */
export async function untilAnswered<T>(
  house: House,
  request: () => Promise<Told<T>>,
  stillOnItsWay: (status: number) => boolean = status => status === 202,
): Promise<T> {
  for (;;) {
    const told = await request().catch(() => null)
    if (told && told.status < 500 && !stillOnItsWay(told.status)) {
      if (told.status >= 300) throw new Error(`${told.status} ${JSON.stringify(told.body)}`)
      return told.body
    }
    await signOfLife(house)
  }
}

/** An answer of the health page, or, where nobody listens, the parent's next line (a part stopped or is back). */
async function signOfLife(house: House): Promise<unknown> {
  const line = house.nextLine()
  return fetch(`${house.url}/health/ready`).catch(() => line)
}

async function signIn(house: House, login: string): Promise<Caller> {
  const send = async <T>(
    method: string,
    path: string,
    { cookie = '', body, key }: { cookie?: string; body?: unknown; key?: string },
  ): Promise<Told<T>> => {
    const response = await fetch(`${house.url}/api${path}`, {
      method,
      headers: {
        cookie,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: (await response.json()) as T }
  }
  let cookie = ''
  const { user } = await untilAnswered(house, async () => {
    const told = await send<{ user: { id: string } }>('POST', '/session', { body: { login, password } })
    cookie = told.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return told
  })
  const ask = <T>(method: string, path: string, body?: unknown, key?: string) =>
    send<T>(method, path, { cookie, body, ...(key === undefined ? {} : { key }) })
  const get = <T>(path: string) => untilAnswered(house, () => ask<T>('GET', path))
  return {
    id: user.id,
    ask,
    get,
    list: async <T>(resource: string, filter: object) =>
      (
        await get<{ data: T[] }>(
          `/${resource}?perPage=100&filter=${encodeURIComponent(JSON.stringify(filter))}`,
        )
      ).data,
    command: <T>(key: string, path: string, body: unknown = {}) =>
      untilAnswered(house, () => ask<T>('POST', path, body, key)),
  }
}

/** Looks until there is something to see: again at each change in the base and each line of the parent. */
export async function untilSeen<T>(
  house: House,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  for (;;) {
    let wake = () => {}
    const changed = new Promise<void>(resolve => {
      wake = resolve
    })
    const stop = house.hearing.onChange(wake)
    try {
      const seen = await look()
      if (seen) return seen
      await changed
    } finally {
      stop()
    }
  }
}
