/** A request as it comes to the door: bytes and headers as given. */
export interface Raw {
  method?: string
  path?: string
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

export const json = (value: unknown) => JSON.stringify(value)
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** What, how it comes, and the status it is refused with; %ID% stands for a client that is there. */
export const wrongKnocks: [string, Raw, number | number[]][] = [
  ['nothing at all', { body: '' }, 400],
  ['an empty object', { body: '{}' }, 400],
  ['half a JSON', { body: '{"name":"Поло' }, 400],
  ['a list instead of an object', { body: '[]' }, 400],
  ['a word', { body: '"name"' }, 400],
  ['null', { body: 'null' }, 400],
  ['a number where words belong', { body: json({ name: 7 }) }, 400],
  ['a name of blanks', { body: json({ name: '   ' }) }, 400],
  ['a name of 300 signs', { body: json({ name: 'я'.repeat(300) }) }, 400],
  ['E4 depth 40 000', { body: `{"name":"x","needs":${deep(40_000)}}` }, 400],
  [
    'E4 a hundred thousand keys',
    { body: `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join()}}` },
    400,
  ],
  ['E4 ten megabytes', { body: json({ name: 'x'.repeat(10_000_000) }) }, 413],
  ['a NUL in a name', { body: json({ name: 'ООО\u0000' }) }, 400],
  ['half a surrogate pair', { body: '{"name":"\\ud800"}' }, 400],
  [
    'another encoding',
    { body: '{"name":"x"}', headers: { 'content-type': 'application/json; charset=koi8-r' } },
    415,
  ],
  [
    'bytes that are no UTF-8',
    { body: new Uint8Array([...Buffer.from('{"name":"'), 0xcf, 0xf0, ...Buffer.from('"}')]) },
    400,
  ],
  ['an unknown compression', { body: 'x', headers: { 'content-encoding': 'zstd' } }, [400, 415]],
  ['a broken compression', { body: 'x', headers: { 'content-encoding': 'gzip' } }, 400],
  ['a form', { body: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['JSON under the name of a text', { body: '{"name":"x"}', headers: { 'content-type': 'text/plain' } }, 415],
  ['a file', { body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
  ['a key of 200 signs', { body: '{"name":"x"}', headers: { 'idempotency-key': 'k'.repeat(200) } }, 400],
  [
    'a version that is no number',
    { method: 'PATCH', path: '/api/companies/%ID%', body: '{}', headers: { 'if-match': 'abc' } },
    400,
  ],
  ['a change without a version', { method: 'PATCH', path: '/api/companies/%ID%', body: '{}' }, 428],
  [
    'an old version',
    { method: 'PATCH', path: '/api/companies/%ID%', body: '{}', headers: { 'if-match': '"7"' } },
    412,
  ],
  ['an id that is none', { method: 'GET', path: '/api/companies/1%20or%201=1' }, 404],
  ['an address that is broken', { method: 'GET', path: '/api/companies/%E0%A4%A' }, 400],
  ['an address that is none', { method: 'GET', path: '/api/nowhere' }, 404],
  ['a method that is none', { method: 'DELETE', path: '/api/companies/%ID%' }, [404, 405]],
]
