/** Waits for the promise, or throws the signal's reason as soon as somebody asks to stop. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const { promise: asked, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([promise, asked])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
