import { defineEntity, p } from '@mikro-orm/core'

const EffectKeySchema = defineEntity({
  name: 'EffectKey',
  properties: {
    /** workflow id + business step (+ item); never a run id or an attempt. */
    id: p.string().primary(),
    result: p.json<unknown>().nullable(),
    at: p.datetime().defaultRaw('now()'),
  },
})

/** A deed that was done, in the deed's own transaction: a repeat answers what is stored and does nothing. */
export class EffectKey extends EffectKeySchema.class {}
EffectKeySchema.setClass(EffectKey)
