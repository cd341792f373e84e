import { LetterRefused, MailUnavailable, RecipientRefused } from '../mail.port.ts'

interface SmtpError extends Error {
  /** The library's: EENVELOPE, EMESSAGE, EAUTH, ETIMEDOUT … or the system's: ECONNREFUSED … */
  code?: string
  /** The server's three digits: 4xx = come again, 5xx = never. */
  responseCode?: number
  /** What was being said: `RCPT TO`, `MAIL FROM`, `DATA` … */
  command?: string
}

/**
 * What went wrong in our words. The server's text is left out of messages: it often repeats the address.
 * A refused recipient or letter is the caller's; all else is the world's and worth another try.
 */
export function asMailError(error: unknown, to: string): Error {
  if (!(error instanceof Error)) return new MailUnavailable('unknown')
  const { code = 'unknown', responseCode = 0, command = '' }: SmtpError = error
  const isFinal = responseCode >= 500
  if (isFinal && code === 'EENVELOPE' && command.startsWith('RCPT')) return new RecipientRefused(to)
  if (isFinal && code === 'EMESSAGE') return new LetterRefused('content')
  return new MailUnavailable(responseCode ? `${code} ${responseCode}` : code)
}
