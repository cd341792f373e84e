import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyPassword } from '#server/access/password.ts'
import { foundCompany } from '#server/founding/found-company.ts'
import { venikOpt, venikPeople } from '#server/founding/venik-opt.ts'
import { systemClock, uuidV7 } from '#server/shared/ids.ts'
import { openOrm } from '#server/shared/orm.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { aDatabase } from '../harness/servers.ts'

const samples = resolve(import.meta.dirname, '../fixtures/1c')
const cli = resolve(import.meta.dirname, '../../server/cli.ts')

let database: Awaited<ReturnType<typeof aDatabase>>
let base: pg.Client
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-cli-'))
  // User postgres must be able to enter when the tests run as root.
  chmodSync(folder, 0o755)
  database = await aDatabase()
  base = new pg.Client({ connectionString: database.adminUrl })
  await base.connect()
})
afterAll(async () => {
  await base.end()
  await database[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

interface Ran {
  code: number | null
  out: string
  err: string
}
/** The command as a process of its own, as a script would run it. */
function run(args: string[], env: NodeJS.ProcessEnv = { DATABASE_URL: database.adminUrl }): Promise<Ran> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, VORONKA_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  return new Promise(done => child.once('close', code => done({ code, ...said })))
}

const tables = ['product_group', 'product', 'offering', 'price_type', 'price', 'warehouse', 'stock'] as const
async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables)
    counts[table] = (await base.query<{ count: number }>(`select count(*)::int as count from ${table}`))
      .rows[0]?.count as number
  return counts
}
/** Every row of the catalogue as text: equal before and after means that nothing was written. */
async function catalogue(): Promise<string> {
  const sums: string[] = []
  for (const table of tables) {
    const { rows } = await base.query<{ sum: string }>(
      `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${table} t`,
    )
    sums.push(rows[0]?.sum ?? '')
  }
  return sums.join()
}

describe('import-commerceml', () => {
  it('CML-41 loads the samples of 1C with the counts of their source, and a second run changes nothing', async () => {
    const first = await run(['import-commerceml', samples, '--json'])
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(first.out)).toMatchObject({
      ...{ files: 7, groups: 22, properties: 11, offerings: 9, prices: 11, warehouses: 5, stocks: 21 },
      ...{ priceTypes: 4, products: 3, pictures: 8, warningsTotal: 0 },
    })
    // One group and some goods are named by others' files only and stand there until theirs comes.
    expect(await rowCounts()).toMatchObject({ product_group: 22 + 1, price_type: 4, price: 11, stock: 21 })
    const before = await catalogue()
    const second = await run(['import-commerceml', samples, '--json'])
    expect(JSON.parse(second.out)).toMatchObject({ files: 7, offerings: 9, changed: 0 })
    expect(await catalogue()).toBe(before)
  })

  it('without --json tells what came, in words', async () => {
    const { code, out } = await run(['import-commerceml', samples])
    expect(code).toBe(0)
    expect(out).toContain('предложений 9')
    expect(out).toContain('изменений нет')
  })

  it('CML-14 a file cut off in the middle is refused with its place, and nothing changes', async () => {
    const broken = join(folder, 'offers.xml')
    const before = await catalogue()
    const whole = readFileSync(join(samples, 'catalog-2.07-offers.xml'), 'utf8').replaceAll('>20<', '>777<')
    writeFileSync(broken, whole.slice(0, Math.floor(whole.length * 0.9)))
    const { code, out, err } = await run(['import-commerceml', broken, '--json'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^offers\.xml, строка \d+: /)
    expect(err).not.toMatch(/\bat .*\.ts:/)
    expect(await catalogue()).toBe(before)
  })

  it('a folder that is not there, an empty one, and a base that does not answer are sentences', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'))
    const refusals: [Promise<Ran>, RegExp][] = [
      [run(['import-commerceml', join(folder, 'nowhere')]), /nowhere: нет такого файла или папки/],
      [run(['import-commerceml', empty]), /здесь нет файлов XML/],
      [
        run(['import-commerceml', samples], { DATABASE_URL: 'postgresql://u:hidden@127.0.0.1:1/x' }),
        /^DATABASE_URL: .*ECONNREFUSED/,
      ],
    ]
    for (const [refused, words] of refusals) {
      const { code, out, err } = await refused
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(words)
      expect(err).not.toMatch(/hidden|\bat .*\.ts:/)
    }
  })

  it('without an instance starts the base of the folder for the moment, and leaves nothing running', async () => {
    const own = { VORONKA_DATA: join(folder, 'own'), DATABASE_URL: '' }
    const [first, second] = await Promise.all([
      run(['import-commerceml', samples, '--json'], own),
      run(['import-commerceml', samples, '--json'], own),
    ])
    const [done, refused] = first.code === 0 ? [first, second] : [second, first]
    expect(JSON.parse(done.out)).toMatchObject({ files: 7 })
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/папк.*(занята|запускается)/i),
    })
    expect(existsSync(join(folder, 'own', 'run.json'))).toBe(false)
    expect(JSON.parse((await run(['import-commerceml', samples, '--json'], own)).out)).toMatchObject({
      changed: 0,
    })
  })
})

describe('user add', () => {
  beforeAll(async () => {
    const orm = await openOrm({ url: database.adminUrl, poolSize: 2 })
    await forkSystem(orm).transactional(em =>
      foundCompany(em, {
        name: 'ООО «Веник-Опт»',
        data: venikOpt,
        people: venikPeople,
        passwordOf: () => 'not used here',
        now: systemClock.now(),
        ids: uuidV7(),
      }),
    )
    await orm.close()
  })
  const userOf = async (login: string) =>
    (
      await base.query<{ password_hash: string; roles: string[]; department: string; head: string }>(
        `select u.password_hash, u.roles, d.key as department, h.login as head from app_user u
         left join department d on d.id = u.department_id left join app_user h on h.id = u.head_id
         where u.login = $1`,
        [login],
      )
    ).rows

  it('takes a colleague in and shows a made-up password once', async () => {
    const options = ['--name', 'Пётр', '--role', 'manager', '--role', 'marketer', '--department', 'sales']
    const { code, out } = await run(['user', 'add', 'petr', ...options, '--head', 'head', '--json'])
    expect(code).toBe(0)
    const { password } = JSON.parse(out) as { password: string }
    const [user] = await userOf('petr')
    expect(user).toMatchObject({ roles: ['manager', 'marketer'], department: 'sales', head: 'head' })
    expect(await verifyPassword(password, user?.password_hash ?? '')).toBe(true)
  })

  it('takes the password of the setting and does not repeat it', async () => {
    const { code, out } = await run(['user', 'add', 'olga', '--name', 'Ольга', '--role', 'admin'], {
      DATABASE_URL: database.adminUrl,
      VORONKA_ADMIN_PASSWORD: 'тайный-пароль',
    })
    expect(code).toBe(0)
    expect(out).not.toContain('тайный-пароль')
    expect(await verifyPassword('тайный-пароль', (await userOf('olga'))[0]?.password_hash ?? '')).toBe(true)
  })

  it('D3 a taken login, a bad one, an unknown role, department or head are refused and nobody is added', async () => {
    const add = (login: string, ...options: string[]) =>
      run(['user', 'add', login, '--name', 'Пётр', ...options])
    const people = async () => (await base.query('select count(*) from app_user')).rows
    const before = await people()
    const refusals: [Promise<Ran>, RegExp][] = [
      [add('manager', '--role', 'manager'), /manager/],
      [add('Пётр', '--role', 'manager'), /логин «Пётр»/],
      [add('new', '--role', 'king'), /--role: такой роли нет, бывают: manager/],
      [add('new', '--role', 'manager', '--department', 'moon'), /отдела «moon» нет, есть: .*sales/],
      [add('new', '--role', 'manager', '--head', 'nobody'), /«nobody» нет/],
    ]
    for (const [refused, words] of refusals)
      expect(await refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(words) })
    expect(await people()).toEqual(before)
  })
})

it('wrong use ends with 2 and says what there is and how it is written', async () => {
  const uses: [string[], RegExp][] = [
    [[], /Не сказано, что сделать[\s\S]*import-commerceml DIR\|ZIP/],
    [['launch'], /Команды «launch» нет[\s\S]*user add/],
    [['import-commerceml'], /пишется так: .*import-commerceml DIR\|ZIP/],
    [['import-commerceml', 'a', 'b'], /пишется так/],
    [['import-commerceml', samples, '--fast'], /пишется так/],
    [['user', 'add', 'petr', '--role', 'manager'], /пишется так: .*user add LOGIN --name/],
  ]
  const answers = await Promise.all(uses.map(async ([args]) => run(args)))
  for (const [at, [, words]] of uses.entries())
    expect(answers[at]).toMatchObject({ code: 2, out: '', err: expect.stringMatching(words) })
  const english = await run(['launch'], { VORONKA_LOCALE: 'en' })
  expect(english).toMatchObject({ code: 2, err: expect.stringContaining('There is no command "launch"') })
})
