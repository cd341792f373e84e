import { describe, expect, it } from 'vitest'
import type { Letter, Mail } from './mail.port.ts'

/** A letter as its reader finds it. */
export interface ReceivedLetter {
  messageId: string
  subject: string
  text: string
  attachments: { name: string; content: Uint8Array }[]
}

/** What is examined, together with a view into the box of its readers. */
export interface MailUnderExam extends AsyncDisposable {
  mail: Mail
  received(): ReceivedLetter[]
  /** From now on nobody answers. */
  goAway(): Promise<void>
}

const letter: Letter = {
  key: 'deal/0190a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b/offer/1/send',
  to: 'snab@romashka.example',
  subject: 'Коммерческое предложение № 41 на веник электрический с турбонаддувом, зелёный, 20 шт.',
  text: 'Добрый день!\nНаправляем предложение — 20 шт., 118 000,00 ₽.',
  html: '<p>Добрый день!</p>',
  attachments: [
    {
      name: 'Коммерческое предложение № 41 от 22 ноября — ООО «Ромашка».pdf',
      contentType: 'application/pdf',
      content: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0x0d, 0x0a]),
    },
  ],
}

/** Every mail sits this exam; `open` makes one whose server refuses the addresses given. */
export function mailExam(name: string, open: (refuses: string[]) => Promise<MailUnderExam>): void {
  describe(name, () => {
    it('a letter arrives with its Russian subject, text and file names', async () => {
      await using post = await open([])
      const { messageId, refusedCopies } = await post.mail.send(letter)
      expect(refusedCopies).toEqual([])
      const attachments = (letter.attachments ?? []).map(({ name, content }) => ({ name, content }))
      expect(post.received()).toEqual([
        { messageId, subject: letter.subject, text: letter.text, attachments },
      ])
    })

    it('P1 a letter repeated with its key keeps its Message-ID, another key gets another', async () => {
      await using post = await open([])
      const first = await post.mail.send(letter)
      expect(await post.mail.send(letter)).toEqual(first)
      const other = await post.mail.send({ ...letter, key: `${letter.key}/2` })
      expect(other.messageId).not.toBe(first.messageId)
      expect(first.messageId).toMatch(/^<[\w.-]+@[\w.-]+>$/)
      expect(first.messageId).not.toContain('0190a1b2')
      expect(new Set(post.received().map(({ messageId }) => messageId)).size).toBe(2)
    })

    it('an address that takes no mail is refused by name, and the name stays out of the message', async () => {
      await using post = await open(['nobody@romashka.example'])
      const sent = post.mail.send({ ...letter, to: 'nobody@romashka.example' })
      await expect(sent).rejects.toMatchObject({
        name: 'RecipientRefused',
        fault: 'caller',
        message: expect.not.stringContaining('nobody'),
        params: { address: 'nobody@romashka.example' },
      })
      expect(post.received()).toEqual([])
    })

    it('a refused copy does not hold the letter back', async () => {
      await using post = await open(['nobody@romashka.example'])
      const sent = await post.mail.send({
        ...letter,
        cc: ['nobody@romashka.example', 'buh@romashka.example'],
      })
      expect(sent.refusedCopies).toEqual(['nobody@romashka.example'])
      expect(post.received()).toHaveLength(1)
    })

    it.each<[string, Partial<Letter>, string]>([
      ['a line break in the subject', { subject: 'КП\r\nBcc: all@victim.example' }, 'subject'],
      ['an empty subject', { subject: ' ' }, 'subject'],
      ['two addresses in one', { to: 'a@romashka.example, b@victim.example' }, 'to'],
      ['a head behind the address', { to: 'a@romashka.example\nBcc: b@victim.example' }, 'to'],
      ['a name around the address', { to: 'Мария <a@romashka.example>' }, 'to'],
      ['a copy to nowhere', { cc: ['romashka.example'] }, 'cc'],
      [
        'a line break in a file name',
        {
          attachments: [{ name: 'a\r\nX: 1.pdf', contentType: 'application/pdf', content: new Uint8Array() }],
        },
        'attachment',
      ],
    ])('C12 %s is refused and nothing leaves', async (_what, part, flaw) => {
      await using post = await open([])
      const sent = post.mail.send({ ...letter, ...part })
      await expect(sent).rejects.toMatchObject({ name: 'LetterRefused', fault: 'caller', params: { flaw } })
      expect(post.received()).toEqual([])
    })

    it('a server that does not answer is the fault of the world', async () => {
      await using post = await open([])
      await post.goAway()
      await expect(post.mail.send(letter)).rejects.toMatchObject({ name: 'MailUnavailable', fault: 'world' })
    })
  })
}
