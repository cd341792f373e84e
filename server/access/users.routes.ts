import type { EntityManager } from '@mikro-orm/postgresql'
import { Department } from '#domain/access/department.entity.ts'
import { roles } from '#domain/access/roles.ts'
import { type RoleKey, roleSeats } from '#domain/access/seats.ts'
import { User } from '#domain/access/user.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { type Actor, hasRole } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { flag, holds, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { forkSystem } from '../shared/sight.ts'
import { mustBeFresh } from '../shared/stale.ts'
import {
  ChangeUser,
  CreateUser,
  DepartmentAnswer,
  DepartmentPage,
  RolePage,
  UserAnswer,
  UserPage,
} from './access.contract.ts'
import { hashPassword } from './password.ts'

const users: ListOf<User> = {
  entity: User,
  sort: { name: 'name', login: 'login', createdAt: 'createdAt' },
  filter: {
    active: flag('active'),
    role: holds('roles'),
    departmentId: sameId('departmentId'),
    headId: sameId('headId'),
  },
  search: q => ({
    $or: [{ name: { $ilike: `%${likeText(q)}%` } }, { login: { $ilike: `%${likeText(q)}%` } }],
  }),
}
const likeText = (q: string) => q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)

/** Colleagues are no secret among each other; their mail and phone are work data. Passwords never leave. */
export const presentUser = (user: User, actor: Actor): UserAnswer => ({
  id: user.id,
  login: user.login,
  name: user.name,
  position: user.position ?? null,
  email: user.email ?? null,
  phone: user.phone ?? null,
  roles: user.roles as RoleKey[],
  departmentId: user.departmentId ?? null,
  headId: user.headId ?? null,
  active: user.active,
  atWork: user.atWork,
  standInId: user.standInId ?? null,
  standInUntil: user.standInUntil?.toISOString() ?? null,
  discountLimitPercent: user.discountLimitPercent,
  version: user.version,
  can: { edit: hasRole(actor, 'admin'), setAtWork: hasRole(actor, 'admin') || actor.id === user.id },
})

/** A person's rights change at once: open sessions of theirs end. */
const endSessions = (em: EntityManager, userId: string) =>
  em.execute('delete from session where user_id = ?', [userId])

export const userOperations = [
  operation({
    name: 'listUsers',
    method: 'get',
    path: '/api/users',
    summary: 'Colleagues',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: UserPage,
    handle: ({ em, query, actor }) =>
      listPage(em, users, query, rows => rows.map(user => presentUser(user, actor))),
  }),
  operation({
    name: 'getUser',
    method: 'get',
    path: '/api/users/:id',
    summary: 'One colleague',
    via: 'read',
    may: 'signed_in',
    answer: UserAnswer,
    handle: async ({ em, params, actor }) =>
      presentUser(await em.findOneOrFail(User, params.id ?? ''), actor),
  }),
  operation({
    name: 'createUser',
    method: 'post',
    path: '/api/users',
    summary: 'Take a colleague in',
    via: 'process',
    may: ['admin'],
    body: CreateUser,
    answer: UserAnswer,
    status: 201,
    async handle({ world, body, actor, now }) {
      const passwordHash = await hashPassword(body.password)
      return forkSystem(world.orm, actor.id).transactional(async em => {
        if (await em.count(User, { login: body.login })) throw fact('LoginTaken', { login: body.login })
        const user = em.create(User, {
          id: world.ids(),
          createdAt: now,
          login: body.login,
          name: body.name,
          passwordHash,
          position: body.position ?? null,
          email: body.email ?? null,
          phone: body.phone ?? null,
          roles: body.roles,
          departmentId: body.departmentId ?? null,
          headId: body.headId ?? null,
          active: true,
          atWork: true,
          discountLimitPercent: body.discountLimitPercent ?? '0',
        })
        await em.flush()
        return presentUser(user, actor)
      })
    },
  }),
  operation({
    name: 'changeUser',
    method: 'patch',
    path: '/api/users/:id',
    summary: 'Change a colleague: rights, absence, dismissal',
    via: 'process',
    may: ['admin'],
    body: ChangeUser,
    answer: UserAnswer,
    async handle({ world, params, body, actor, expectedVersion }) {
      const passwordHash = body.password === undefined ? null : await hashPassword(body.password)
      return forkSystem(world.orm, actor.id).transactional(async em => {
        const user = await em.findOneOrFail(User, params.id ?? '')
        mustBeFresh(user, expectedVersion)
        const { password: _, standInUntil, ...given } = body
        Object.assign(user, given)
        if (standInUntil !== undefined)
          user.standInUntil = standInUntil === null ? null : new Date(standInUntil)
        if (passwordHash) user.passwordHash = passwordHash
        await em.flush()
        if (given.roles || given.active === false || passwordHash) await endSessions(em, user.id)
        return presentUser(user, actor)
      })
    },
  }),
  operation({
    name: 'listRoles',
    method: 'get',
    path: '/api/roles',
    summary: 'Roles a colleague may hold',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: RolePage,
    handle: async ({ locale }) => {
      const data = roles.map(role => ({ id: roleSeats[role.key], key: role.key, name: role[locale] }))
      return { data, total: data.length, totalIsEstimate: false, next: null }
    },
  }),
  operation({
    name: 'listDepartments',
    method: 'get',
    path: '/api/departments',
    summary: 'Departments',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: DepartmentPage,
    handle: ({ em, query }) =>
      listPage(em, { entity: Department, sort: { name: 'name' }, filter: {} }, query, rows =>
        rows.map(({ id, key, name, version }) => ({ id, key, name, version })),
      ),
  }),
  operation({
    name: 'getDepartment',
    method: 'get',
    path: '/api/departments/:id',
    summary: 'One department',
    via: 'read',
    may: 'signed_in',
    answer: DepartmentAnswer,
    handle: async ({ em, params }) => {
      const { id, key, name, version } = await em.findOneOrFail(Department, params.id ?? '')
      return { id, key, name, version }
    },
  }),
]
