import { expect, it } from 'vitest'
import { readSmtpUrl } from './smtp-settings.ts'

it('reads an address with and without a password', () => {
  expect(readSmtpUrl('smtps://sales%40venik.ru:p%3Aw@smtp.venik.ru')).toEqual({
    host: 'smtp.venik.ru',
    port: 465,
    secure: true,
    requireTLS: false,
    auth: { user: 'sales@venik.ru', pass: 'p:w' },
  })
  expect(readSmtpUrl('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, secure: false, auth: null })
  expect(readSmtpUrl('smtp://[::1]:25')).toMatchObject({ host: '::1', port: 25 })
})

it('never sends a password in the clear, but to this machine', () => {
  expect(readSmtpUrl('smtp://u:p@mail.venik.ru').requireTLS).toBe(true)
  expect(readSmtpUrl('smtp://u:p@localhost:2525').requireTLS).toBe(false)
})

it('G2 refuses a wrong setting with a sentence that names it and keeps the password', () => {
  for (const url of ['mail.venik.ru', 'http://u:secret@host', 'smtp://', ''])
    expect(() => readSmtpUrl(url)).toThrow(/^SMTP_URL must look like .*$/)
  expect(() => readSmtpUrl('http://u:secret@host')).not.toThrow(/secret/)
})
