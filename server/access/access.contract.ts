import { z } from 'zod'
import { Can, Id, Line, Name, Percent, pageOf, Time, Version } from '../shared/contract-parts.ts'

export const RoleName = z.enum([
  'manager',
  'head',
  'lawyer',
  'accountant',
  'warehouse',
  'marketer',
  'director',
  'admin',
])
export const LoginRequest = z.strictObject({ login: z.string().max(100), password: z.string().max(200) })
export const UserAnswer = z.strictObject({
  id: Id,
  login: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(RoleName),
  departmentId: Id.nullable(),
  headId: Id.nullable(),
  active: z.boolean(),
  atWork: z.boolean(),
  standInId: Id.nullable(),
  standInUntil: Time.nullable(),
  discountLimitPercent: Percent,
  version: Version,
  can: Can,
})
export type UserAnswer = z.infer<typeof UserAnswer>
/** Who is signed in, and in whose stead. */
export const SessionAnswer = z.strictObject({
  user: z.strictObject({
    id: Id,
    login: z.string(),
    name: z.string(),
    roles: z.array(RoleName),
    departmentId: Id.nullable(),
    standsInFor: z.array(z.strictObject({ id: Id, name: z.string() })),
    can: Can,
  }),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>
export const CreateUser = z.strictObject({
  login: z.string().regex(/^[a-z0-9._-]{2,60}$/),
  name: Name,
  password: z.string().min(8).max(200),
  position: Line.nullable().optional(),
  email: z.email().nullable().optional(),
  phone: Line.nullable().optional(),
  roles: z.array(RoleName).min(1),
  departmentId: Id.nullable().optional(),
  headId: Id.nullable().optional(),
  discountLimitPercent: Percent.optional(),
})
export const ChangeUser = z.strictObject({
  name: Name.optional(),
  position: Line.nullable().optional(),
  email: z.email().nullable().optional(),
  phone: Line.nullable().optional(),
  roles: z.array(RoleName).min(1).optional(),
  departmentId: Id.nullable().optional(),
  headId: Id.nullable().optional(),
  active: z.boolean().optional(),
  atWork: z.boolean().optional(),
  standInId: Id.nullable().optional(),
  standInUntil: Time.nullable().optional(),
  discountLimitPercent: Percent.optional(),
  password: z.string().min(8).max(200).optional(),
})
export const UserPage = pageOf(UserAnswer)
export const RoleAnswer = z.strictObject({ id: Id, key: RoleName, name: z.string() })
export const RolePage = pageOf(RoleAnswer)
export const DepartmentAnswer = z.strictObject({
  id: Id,
  key: z.string(),
  name: z.string(),
  version: Version,
})
export const DepartmentPage = pageOf(DepartmentAnswer)
export const CreateToken = z.strictObject({ name: Name, roles: z.array(RoleName).min(1), expiresAt: Time })
export const TokenAnswer = z.strictObject({
  id: Id,
  name: z.string(),
  roles: z.array(RoleName),
  expiresAt: Time,
  revokedAt: Time.nullable(),
  lastUsedAt: Time.nullable(),
  token: z.string().optional().describe('Only in the answer that creates it'),
})
export const TokenPage = pageOf(TokenAnswer)
