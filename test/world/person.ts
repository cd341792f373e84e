/** An answer as the person got it. */
export interface Answer<T = Record<string, unknown>> {
  status: number
  body: T
  headers: Headers
}
export interface AskOptions {
  body?: unknown
  version?: number
  key?: string
  headers?: Record<string, string>
}
type Json = Record<string, never> & Record<string, unknown>

/** A signed-in person at the API: everything goes over HTTP with the person's own cookie. */
export interface Person {
  id: string
  cookie: string
  ask(method: string, path: string, options?: AskOptions): Promise<Answer<Json>>
  /** GET that must succeed; answers the body. */
  get<T = Json>(path: string): Promise<T>
  /** POST that must succeed; answers the body. */
  post<T = Json>(path: string, body?: unknown, options?: AskOptions): Promise<T>
  patch<T = Json>(path: string, body: unknown, version: number): Promise<T>
  list<T = Json>(resource: string, filter?: object): Promise<T[]>
}

export async function signIn(url: string, login: string, password: string): Promise<Person> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { user } = (await answer.json()) as { user: { id: string } }

  async function ask(method: string, path: string, { body, version, key, headers = {} }: AskOptions = {}) {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : {}) as Json,
    }
  }
  const must = async (method: string, path: string, options?: AskOptions) => {
    const response = await ask(method, path, options)
    if (response.status >= 300)
      throw new Error(`${login} ${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`)
    return response.body as never
  }
  return {
    id: user.id,
    cookie,
    ask,
    get: path => must('GET', path),
    post: (path, body = {}, options = {}) => must('POST', path, { body, ...options }),
    patch: (path, body, version) => must('PATCH', path, { body, version }),
    list: async (resource, filter) =>
      (
        (await must(
          'GET',
          `/${resource}?perPage=100${filter ? `&filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}`,
        )) as { data: never[] }
      ).data,
  }
}
