/** What the server says has changed, for those who wait for a process to go on. */
export interface Changes {
  /**
   * Looks now and after each change of the resource until there is something to see.
   * @param what for the sentence of the error when nothing comes
   */
  until<T>(resource: string, what: string, look: () => Promise<T | null | undefined | false>): Promise<T>
  close(): void
}

/** A deed that was cut off with its worker is done anew after two minutes: longer than that. */
const patienceMs = 150_000
/** The stream may break and come back: what was said meanwhile is seen by looking. */
const lookAnywayMs = 2_000

/** Listens to GET /api/events with this person's cookie. */
export async function watchChanges(url: string, cookie: string): Promise<Changes> {
  const closing = new AbortController()
  const listeners = new Set<(resource: string) => void>()
  const stream = await fetch(`${url}/api/events`, { headers: { cookie }, signal: closing.signal })
  if (!stream.ok || !stream.body) throw new Error(`GET /api/events: ${stream.status}`)
  const reading = read(stream.body, resource => {
    for (const listener of listeners) listener(resource)
  })
  // Ends with the stream or with close(); whoever waits then still looks by the clock.
  reading.catch(() => undefined)

  function until<T>(resource: string, what: string, look: () => Promise<T | null | undefined | false>) {
    return new Promise<T>((resolve, reject) => {
      let looking = false
      let again = false
      const hear = (changed: string) => {
        if (changed === resource) void check()
      }
      const clock = setInterval(() => void check(), lookAnywayMs)
      const patience = setTimeout(() => end(() => reject(new Error(`${what}: не дождались`))), patienceMs)
      function end(settle: () => void) {
        clearInterval(clock)
        clearTimeout(patience)
        listeners.delete(hear)
        settle()
      }
      async function check() {
        again = looking
        if (looking) return
        looking = true
        try {
          const seen = await look()
          if (seen) return end(() => resolve(seen))
        } catch (error) {
          return end(() => reject(error))
        } finally {
          looking = false
        }
        if (again) void check()
      }
      listeners.add(hear)
      void check()
    })
  }
  return { until, close: () => closing.abort() }
}

async function read(body: ReadableStream<Uint8Array>, tell: (resource: string) => void): Promise<void> {
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines)
      if (line.startsWith('data: ')) tell((JSON.parse(line.slice(6)) as { resource: string }).resource)
  }
}
