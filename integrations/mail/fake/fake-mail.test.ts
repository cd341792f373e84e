import { mailExam } from '../mail.exam.ts'
import type { Letter } from '../mail.port.ts'
import { fakeMail } from './fake-mail.ts'

mailExam('fake mail', async refuses => {
  const box = new Map<string, Letter>()
  let away = false
  return {
    mail: fakeMail({ refuses, isAway: () => away, box }),
    received: () =>
      [...box].map(([messageId, { subject, text, attachments = [] }]) => ({
        messageId,
        subject,
        text,
        attachments: attachments.map(({ name, content }) => ({ name, content })),
      })),
    goAway: async () => {
      away = true
    },
    [Symbol.asyncDispose]: async () => {},
  }
})
