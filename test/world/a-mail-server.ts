import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { readLetter } from '#integrations/mail/smtp/read-letter.ts'

export interface KeptLetter {
  from: string
  to: string[]
  messageId: string
  subject: string
  text: string
  attachments: { name: string; content: Uint8Array }[]
}
export interface MailServer {
  url: string
  /** Everything that came, in order. */
  letters: KeptLetter[]
  /** The first letter that fits, waiting until it comes. */
  received(fits: (letter: KeptLetter) => boolean): Promise<KeptLetter>
  close(): Promise<void>
}

/** A real SMTP server on a socket that keeps what it is sent. */
export async function aMailServer(): Promise<MailServer> {
  const letters: KeptLetter[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const letter = readLetter(Buffer.concat(chunks))
        letters.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          ...letter,
        })
        for (const look of waiting) look()
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    received: fits =>
      new Promise(resolve => {
        const look = () => {
          const letter = letters.find(fits)
          if (!letter) return
          waiting.delete(look)
          resolve(letter)
        }
        waiting.add(look)
        look()
      }),
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
