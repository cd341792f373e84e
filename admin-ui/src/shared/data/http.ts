import { Refusal, readProblem } from './problem.ts'

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

export interface Answer<T> {
  status: number
  body: T
}

let language = 'ru'
/** The language in which the server words its refusals. */
export const speak = (locale: string): void => {
  language = locale
}

const listeners = new Set<(away: boolean) => void>()
/** Tells whether the last answers were 503, so that the frame can say what waits. */
export const onDegraded = (listener: (away: boolean) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * One request to our own server.
 * @throws Refusal for every answer that is not 2xx; TypeError when there is no connection
 */
export async function call<T>(
  path: string,
  { method = 'GET', body, headers, signal }: Call = {},
): Promise<Answer<T>> {
  const response = await fetch(`/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  for (const tell of listeners) tell(response.status === 503)
  const answer: unknown = await bodyOf(response)
  if (!response.ok) throw new Refusal(readProblem(response.status, answer))
  return { status: response.status, body: answer as T }
}

async function bodyOf(response: Response): Promise<unknown> {
  const raw = await response.text()
  if (!raw) return null
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(raw) : null
}
