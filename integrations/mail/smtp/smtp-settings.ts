/** How to reach the server, read from SMTP_URL. */
export interface SmtpSettings {
  host: string
  port: number
  /** TLS from the first byte (smtps). */
  secure: boolean
  /** STARTTLS or nothing: a password never goes over the wire in the clear, but to this machine. */
  requireTLS: boolean
  auth: { user: string; pass: string } | null
}

const schemes: Record<string, { secure: boolean; port: number }> = {
  'smtp:': { secure: false, port: 587 },
  'smtps:': { secure: true, port: 465 },
}
const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * `smtps://user:password@host:465`, `smtp://host:25`. User and password are percent-encoded.
 * @throws Error with a sentence that names the setting and never its password
 */
export function readSmtpUrl(url: string): SmtpSettings {
  const read = URL.canParse(url) ? new URL(url) : null
  const scheme = read ? schemes[read.protocol] : undefined
  if (!read || !scheme || read.hostname === '')
    throw new Error('SMTP_URL must look like smtps://user:password@host:465 or smtp://host:25')
  const auth = read.username
    ? { user: decodeURIComponent(read.username), pass: decodeURIComponent(read.password) }
    : null
  return {
    host: read.hostname.replace(/^\[|\]$/g, ''),
    port: read.port === '' ? scheme.port : Number(read.port),
    secure: scheme.secure,
    requireTLS: auth !== null && !scheme.secure && !thisMachine.test(read.hostname),
    auth,
  }
}
