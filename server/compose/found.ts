import { createHmac } from 'node:crypto'
import { firstAdministrator, ownCompanyToFill } from '../founding/empty-company.ts'
import { foundBase } from '../founding/found-base.ts'
import { venikOpt, venikPeople } from '../founding/venik-opt.ts'
import { openSecret } from '../runtime/secret.ts'
import { readSettings, SettingRefused } from '../settings.ts'
import { systemClock, uuidV7 } from '../shared/ids.ts'
import { openOrm } from '../shared/orm.ts'
import { forkSystem } from '../shared/sight.ts'
import { applicationBase } from './application-base.ts'
import { foundDemo } from './found-demo.ts'

/**
 * Founds the company of a fresh base; prints the logins as one JSON object on stdout and what it is at on stderr.
 * A repeat goes on where a founding was cut off, and changes nothing where it was not.
 */
const settings = readSettings()
if (settings.empty && !settings.adminPassword)
  throw new SettingRefused('VORONKA_ADMIN_PASSWORD: задайте пароль первого администратора.')
const secret = openSecret(settings.secretFile)
const base = await applicationBase(settings, secret)
const people = settings.empty ? firstAdministrator : venikPeople
// Out of the installation's own secret, so that a founding that was cut off goes on with the password it began with.
const ownPassword = createHmac('sha256', secret.signingKey).update('demo').digest('base64url').slice(0, 10)
const password = (settings.empty ? settings.adminPassword : settings.demoPassword) ?? ownPassword

const orm = await openOrm({ url: base.databaseUrl, poolSize: 2 })
const { foundedAt } = await forkSystem(orm).transactional(em =>
  foundBase(em, {
    name: settings.empty ? 'Моя компания' : 'ООО «Веник-Опт»',
    data: settings.empty ? ownCompanyToFill : venikOpt,
    people,
    passwordOf: () => password,
    now: systemClock.now(),
    ids: uuidV7(),
  }),
)
await orm.close()
if (!settings.empty)
  await foundDemo({ settings, secret, base, password, foundedAt, say: line => console.error(line) })
const logins = people.map(({ login, name }) => ({ login, name }))
console.log(JSON.stringify(settings.empty ? { logins } : { password, logins }))
