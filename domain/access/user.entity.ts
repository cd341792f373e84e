import { defineEntity, p } from '@mikro-orm/core'
import { Department } from './department.entity.ts'

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    login: p.string().unique(),
    name: p.string(),
    /** PHC string of argon2id; never leaves the server. */
    passwordHash: p.string().lazy(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
    /** Job title as it stands on papers. */
    position: p.string().nullable(),
    roles: p.array(),
    departmentId: () => p.manyToOne(Department).mapToPk().nullable(),
    /** The head above this person; sees what this person sees. */
    headId: () => p.manyToOne(User).mapToPk().nullable(),
    active: p.boolean().default(true),
    /** New inquiries go only to people at work. */
    atWork: p.boolean().default(true),
    /** Who acts for this person, until when. */
    standInId: () => p.manyToOne(User).mapToPk().nullable(),
    standInUntil: p.datetime().nullable(),
    /** When the round robin last gave this person an inquiry. */
    lastAssignedAt: p.datetime().nullable(),
    /** Per cent this person may give without asking; two decimals. */
    discountLimitPercent: p.decimal('string').columnType('numeric(5,2)').default('0'),
  },
})

/** A person of the company who signs in. Not a client's contact: those are Contact. */
export class User extends UserSchema.class {}
UserSchema.setClass(User)
