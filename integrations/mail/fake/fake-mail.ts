import { checkLetter } from '../check-letter.ts'
import { type Letter, type Mail, MailUnavailable, RecipientRefused } from '../mail.port.ts'
import { messageIdOf } from '../message-id.ts'

export interface FakeMailSettings {
  /** Addresses that are refused. */
  refuses?: string[]
  /** True while nobody answers. */
  isAway?: () => boolean
  /** Where the letters lie, by Message-ID: a letter sent twice lies there once, as with its reader. */
  box?: Map<string, Letter>
}

/** Keeps letters in a map instead of sending them. */
export const fakeMail = ({
  refuses = [],
  isAway = () => false,
  box = new Map(),
}: FakeMailSettings = {}): Mail => ({
  async send(letter) {
    checkLetter(letter)
    if (isAway()) throw new MailUnavailable('ECONNREFUSED')
    if (refuses.includes(letter.to)) throw new RecipientRefused(letter.to)
    const messageId = messageIdOf(letter.key, 'voronka.local')
    const cc = letter.cc ?? []
    box.set(messageId, letter)
    return { messageId, refusedCopies: cc.filter(copy => refuses.includes(copy)) }
  },
})
