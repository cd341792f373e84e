import { randomBytes } from 'node:crypto'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { firstAdministrator, ownCompanyToFill } from '../founding/empty-company.ts'
import { foundCompany } from '../founding/found-company.ts'
import { venikOpt, venikPeople } from '../founding/venik-opt.ts'
import { openSecret } from '../runtime/secret.ts'
import { readSettings, SettingRefused } from '../settings.ts'
import { systemClock, uuidV7 } from '../shared/ids.ts'
import { openOrm } from '../shared/orm.ts'
import { forkSystem } from '../shared/sight.ts'
import { applicationBase } from './application-base.ts'

/** Founds the company of a fresh base, once; prints the logins as one JSON object. A repeat changes nothing. */
const settings = readSettings()
const { databaseUrl } = await applicationBase(settings, openSecret(settings.secretFile))
const orm = await openOrm({ url: databaseUrl, poolSize: 4 })
const password =
  (settings.empty ? settings.adminPassword : settings.demoPassword) ?? randomBytes(6).toString('base64url')
if (settings.empty && !settings.adminPassword)
  throw new SettingRefused('VORONKA_ADMIN_PASSWORD: задайте пароль первого администратора.')
const people = settings.empty ? firstAdministrator : venikPeople
const founded = await forkSystem(orm).transactional(async em => {
  if (await em.count(OwnCompany)) return false
  await foundCompany(em, {
    name: settings.empty ? 'Моя компания' : 'ООО «Веник-Опт»',
    data: settings.empty ? ownCompanyToFill : venikOpt,
    people,
    passwordOf: () => password,
    now: systemClock.now(),
    ids: uuidV7(),
  })
  return true
})
await orm.close()
const logins = people.map(({ login, name }) => ({ login, name }))
console.log(JSON.stringify(founded && !settings.empty ? { password, logins } : { logins }))
