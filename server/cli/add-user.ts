import { randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import { Department } from '#domain/access/department.entity.ts'
import { roles } from '#domain/access/roles.ts'
import { User } from '#domain/access/user.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { CreateUser } from '../access/access.contract.ts'
import { hashPassword } from '../access/password.ts'
import { systemClock, uuidV7 } from '../shared/ids.ts'
import { openOrm } from '../shared/orm.ts'
import { forkSystem } from '../shared/sight.ts'
import { InputRefused } from './refusals.ts'
import type { Say } from './say.ts'
import { type GivenOptions, textOf, type Verb } from './verb.ts'

type NewUser = z.output<typeof CreateUser>

/** A colleague taken in from the terminal: the first administrator of a script, or who locked himself out. */
export const addUserVerb: Verb = {
  name: 'user add',
  usage:
    'user add LOGIN --name "Имя Фамилия" --role ROLE [--role ROLE] [--department KEY] [--head LOGIN] [--position TEXT] [--email MAIL] [--phone PHONE]',
  summary: {
    ru: 'новый сотрудник; пароль из VORONKA_ADMIN_PASSWORD или придуманный и показанный один раз',
    en: 'a new colleague; password of VORONKA_ADMIN_PASSWORD, or one made up and shown once',
  },
  words: 1,
  options: {
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    department: { type: 'string' },
    head: { type: 'string' },
    position: { type: 'string' },
    email: { type: 'string' },
    phone: { type: 'string' },
  },
  required: ['name', 'role'],
  async run([login = ''], options, { base, settings, say, log }) {
    const made = settings.adminPassword ? null : randomBytes(9).toString('base64url')
    const user = checked(login, options, settings.adminPassword ?? made ?? '', say)
    const orm = await openOrm({ url: base.url, poolSize: 2 })
    try {
      const id = await forkSystem(orm).transactional(em =>
        takeIn(em, user, { department: textOf(options, 'department'), head: textOf(options, 'head') }, say),
      )
      log(say(`Сотрудник ${login} добавлен.`, `${login} is taken in.`))
      if (made) log(say(`Пароль (показан один раз): ${made}`, `Password (shown once): ${made}`))
      return { id, login, ...(made ? { password: made } : {}) }
    } finally {
      await orm.close()
    }
  },
}

/** By the contract of the HTTP door. @throws InputRefused naming the first field that does not fit */
function checked(login: string, options: GivenOptions, password: string, say: Say): NewUser {
  const { name, role, position, email, phone } = options
  const parsed = CreateUser.safeParse({ login, name, password, roles: role, position, email, phone })
  if (parsed.success) return parsed.data
  const wishes: Record<string, [string, string]> = {
    login: [
      `логин «${login}»: нужно от 2 до 60 знаков — строчные латинские буквы, цифры, точка, дефис, подчёркивание.`,
      `login "${login}": 2 to 60 of lower case Latin letters, digits, dot, dash, underscore.`,
    ],
    name: ['--name: имя пусто или слишком длинное.', '--name: empty or too long.'],
    password: [
      'VORONKA_ADMIN_PASSWORD: пароль от 8 до 200 знаков.',
      'VORONKA_ADMIN_PASSWORD: 8 to 200 characters.',
    ],
    roles: [
      `--role: такой роли нет, бывают: ${roles.map(({ key }) => key).join(', ')}.`,
      `--role: no such role; there are: ${roles.map(({ key }) => key).join(', ')}.`,
    ],
    email: ['--email: это не адрес почты.', '--email: not a mail address.'],
  }
  const field = String(parsed.error.issues[0]?.path[0] ?? '')
  const [russian, english] = wishes[field] ?? [
    `--${field}: значение не годится.`,
    `--${field}: does not fit.`,
  ]
  throw new InputRefused(say(russian, english))
}

async function takeIn(
  em: EntityManager,
  { password, roles: held, ...user }: NewUser,
  { department, head }: { department: string | undefined; head: string | undefined },
  say: Say,
): Promise<string> {
  if (!(await em.count(OwnCompany)))
    throw new InputRefused(
      say(
        'В этой базе ещё нет компании: сначала запустите `npm start`.',
        'This base has no company yet: run `npm start` first.',
      ),
    )
  if (await em.count(User, { login: user.login })) throw fact('LoginTaken', { login: user.login })
  const departmentId = department === undefined ? null : await departmentOf(em, department, say)
  const above = head === undefined ? null : await em.findOne(User, { login: head })
  if (head !== undefined && !above)
    throw new InputRefused(
      say(`--head: сотрудника с логином «${head}» нет.`, `--head: nobody has the login "${head}".`),
    )
  const id = uuidV7()()
  em.create(User, {
    ...{ id, createdAt: systemClock.now(), login: user.login, name: user.name, roles: held },
    ...{ position: user.position ?? null, email: user.email ?? null, phone: user.phone ?? null },
    ...{ departmentId, headId: above?.id ?? null, active: true, atWork: true, discountLimitPercent: '0' },
    passwordHash: await hashPassword(password),
  })
  await em.flush()
  return id
}

async function departmentOf(em: EntityManager, key: string, say: Say): Promise<string> {
  const all = await em.find(Department, {}, { orderBy: { name: 'asc' } })
  const found = all.find(each => each.key === key)
  if (found) return found.id
  const known = all.map(each => each.key).join(', ')
  throw new InputRefused(
    say(
      `--department: отдела «${key}» нет, есть: ${known}.`,
      `--department: there is no "${key}", there are: ${known}.`,
    ),
  )
}
