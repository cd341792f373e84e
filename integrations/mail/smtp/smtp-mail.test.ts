import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { mailExam } from '../mail.exam.ts'
import { readLetter } from './read-letter.ts'
import { smtpMail } from './smtp-mail.ts'

const from = { name: 'ООО «Веник-Опт»', address: 'sales@venik.example' }

/** A server of mail on a socket of this machine; `refuse` answers each address with a code, or takes it. */
async function aMailServer(refuse: (address: string) => number | null = () => null) {
  const letters: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const responseCode = refuse(address)
      done(responseCode ? Object.assign(new Error('refused'), { responseCode }) : null)
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks))
        done()
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' ? address?.port : 0
  const close = () => new Promise<void>(done => server.close(() => done()))
  return { url: `smtp://127.0.0.1:${port}`, letters, close, [Symbol.asyncDispose]: close }
}

mailExam('mail over SMTP', async refuses => {
  const server = await aMailServer(address => (refuses.includes(address) ? 550 : null))
  return {
    mail: smtpMail({ url: server.url, from }),
    received: () => server.letters.map(readLetter),
    goAway: server.close,
    [Symbol.asyncDispose]: server.close,
  }
})

describe('mail over SMTP, beyond the exam', () => {
  const letter = { key: 'k', to: 'snab@romashka.example', subject: 'Счёт', text: 'Счёт' }

  it('a server that asks to come again later is retried, not blamed on the address', async () => {
    await using server = await aMailServer(() => 451)
    await expect(smtpMail({ url: server.url, from }).send(letter)).rejects.toMatchObject({
      name: 'MailUnavailable',
      params: { reason: 'EENVELOPE 451' },
    })
  })

  it('the letter says who writes and carries no copy that was not asked for', async () => {
    await using server = await aMailServer()
    await smtpMail({ url: server.url, from }).send(letter)
    const raw = server.letters[0]?.toString('latin1') ?? ''
    expect(raw).toMatch(/^From: .+\r\n <sales@venik\.example>\r$/m)
    expect(raw).toMatch(/^Message-ID: <[0-9a-f]{40}@venik\.example>\r$/m)
    expect(raw).not.toMatch(/^(Cc|Bcc):/m)
  })
})
