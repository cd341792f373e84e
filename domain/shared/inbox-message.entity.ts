import { defineEntity, p } from '@mikro-orm/core'

const InboxMessageSchema = defineEntity({
  name: 'InboxMessage',
  properties: {
    /** source and the source's own unique id: site/<key>/<id>. */
    id: p.string().primary(),
    bodyHash: p.string(),
    answer: p.json<unknown>(),
    receivedAt: p.datetime(),
  },
})

/** What another system told us, once per its own id, with the answer it got. */
export class InboxMessage extends InboxMessageSchema.class {}
InboxMessageSchema.setClass(InboxMessage)
