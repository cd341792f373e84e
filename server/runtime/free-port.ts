import { createServer } from 'node:net'

/** A TCP port that was free a moment ago. Who takes it must still be ready to lose it to somebody. */
export const freePort = (host = '127.0.0.1'): Promise<number> => tryPort(0, host)

/** Resolves with the port where one may listen there, rejects with the system's error where not. */
export const tryPort = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address()
      const taken = typeof address === 'object' && address ? address.port : port
      probe.close(() => resolve(taken))
    })
  })

/** Somebody else listens where we were told to. */
export class PortTaken extends Error {}

/** Looked at before anything is started, so that a taken port costs nobody a start of the parts. */
export async function refuseTakenPort({ host, port }: { host: string; port: number }): Promise<void> {
  if (port === 0) return
  await tryPort(port, host).catch(error => {
    throw new PortTaken(`PORT=${port}, HOST=${host}: ${error instanceof Error ? error.message : error}`)
  })
}
