import { applicationBase } from '#server/compose/application-base.ts'
import { foundCompany } from '#server/founding/found-company.ts'
import { venikOpt, venikPeople } from '#server/founding/venik-opt.ts'
import { openSecret } from '#server/runtime/secret.ts'
import { readSettings } from '#server/settings.ts'
import { systemClock, uuidV7 } from '#server/shared/ids.ts'
import { openOrm } from '#server/shared/orm.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { someGoods } from '../world/some-goods.ts'

/** People of «Веник-Опт» and some goods; no client yet. */
const settings = readSettings()
const { databaseUrl } = await applicationBase(settings, openSecret(settings.secretFile))
const orm = await openOrm({ url: databaseUrl, poolSize: 2 })
const ids = uuidV7()
const password = settings.demoPassword ?? ''
await forkSystem(orm).transactional(async em => {
  await foundCompany(em, {
    name: 'ООО «Веник-Опт»',
    data: venikOpt,
    people: venikPeople,
    passwordOf: () => password,
    now: systemClock.now(),
    ids,
  })
  await someGoods(em, ids)
})
await orm.close()
console.log(JSON.stringify({ password, logins: venikPeople.map(({ login, name }) => ({ login, name })) }))
