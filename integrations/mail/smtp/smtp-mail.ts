import { createTransport } from 'nodemailer'
import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport'
import { checkLetter } from '../check-letter.ts'
import type { Letter, Mail } from '../mail.port.ts'
import { RecipientRefused } from '../mail.port.ts'
import { messageIdOf } from '../message-id.ts'
import { asMailError } from './smtp-errors.ts'
import { readSmtpUrl } from './smtp-settings.ts'

export interface SmtpMailSettings {
  /** SMTP_URL, see `readSmtpUrl`. */
  url: string
  /** Who writes: the company's name and its address; the address's domain ends every Message-ID. */
  from: { name: string; address: string }
}

const second = 1000

/** Letters over SMTP; one connection per letter, so that nothing has to be closed. */
export function smtpMail({ url, from }: SmtpMailSettings): Mail {
  const { auth, ...server } = readSmtpUrl(url)
  const options: SMTPTransportOptions = {
    ...server,
    ...(auth && { auth }),
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 60 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const transport = createTransport(options)
  const domain = from.address.split('@')[1] ?? 'voronka.local'
  return {
    async send(letter) {
      checkLetter(letter)
      const messageId = messageIdOf(letter.key, domain)
      const { rejected } = await transport
        .sendMail({ ...partsOf(letter), from, messageId })
        .catch((error: unknown) => {
          throw asMailError(error, letter.to)
        })
      if (rejected.includes(letter.to)) throw new RecipientRefused(letter.to)
      return { messageId, refusedCopies: rejected }
    },
  }
}

/** The letter in the words of the library, field by field: no foreign object reaches its options. */
const partsOf = ({ to, cc = [], subject, text, html, attachments = [] }: Letter) => ({
  to: { name: '', address: to },
  cc: cc.map(address => ({ name: '', address })),
  subject,
  text,
  ...(html !== undefined && { html }),
  attachments: attachments.map(({ name, contentType, content }) => ({
    filename: name,
    contentType,
    content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  })),
})
