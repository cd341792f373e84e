export interface Attachment {
  /** As the reader sees it, Cyrillic welcome: `Счёт № 41.pdf`. */
  name: string
  /** `application/pdf` */
  contentType: string
  content: Uint8Array
}

export interface Letter {
  /** Names the letter for ever: workflow id and business step. It becomes the Message-ID, hashed. */
  key: string
  /** One plain address, without a name. */
  to: string
  cc?: string[]
  /** One line. */
  subject: string
  text: string
  html?: string
  attachments?: Attachment[]
}

export interface Sent {
  /** With its angle brackets, as it stands in the letter's head. */
  messageId: string
  /** Copies whose addresses the server refused, while the letter itself went out. */
  refusedCopies: string[]
}

/** Sends letters. A repeated `key` keeps its Message-ID, so that a letter sent twice is one letter to its reader. */
export interface Mail {
  /**
   * Answers once the server has taken the letter.
   * @throws RecipientRefused, LetterRefused (the caller's fault: not retried), MailUnavailable (the world's: retried)
   */
  send(letter: Letter): Promise<Sent>
}

/** The server does not take mail for the address. The message carries no address: messages end up in logs. */
export class RecipientRefused extends Error {
  override readonly name = 'RecipientRefused'
  readonly code = 'RecipientRefused'
  readonly fault = 'caller'
  readonly params: { address: string }
  constructor(address: string) {
    super('RecipientRefused')
    this.params = { address }
  }
}

/** Which part of the letter cannot be sent: a line break in a head, an address that is none, too large a letter. */
export type LetterFlaw = 'to' | 'cc' | 'subject' | 'attachment' | 'content'

export class LetterRefused extends Error {
  override readonly name = 'LetterRefused'
  readonly code = 'LetterRefused'
  readonly fault = 'caller'
  readonly params: { flaw: LetterFlaw }
  constructor(flaw: LetterFlaw) {
    super(`LetterRefused: ${flaw}`)
    this.params = { flaw }
  }
}

/** Nobody answers, nobody lets us in, or the server asks to come again later. `reason` is the engine's own code. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable'
  readonly code = 'MailUnavailable'
  readonly fault = 'world'
  readonly params: { reason: string }
  constructor(reason: string, options?: ErrorOptions) {
    super(`MailUnavailable: ${reason}`, options)
    this.params = { reason }
  }
}
