import type { Secret } from '../runtime/secret.ts'
import { SettingRefused, type Settings } from '../settings.ts'
import { migrate } from './migrate.ts'

/**
 * Where base and engine are, for a part that runs by itself. Under the one parent the base is migrated already and
 * the address is the application's own login; alone, the part migrates (under the lock) and makes that login.
 */
export async function applicationBase(settings: Settings, secret: Secret) {
  const address = settings.temporal.address
  if (!settings.databaseUrl)
    throw new SettingRefused('DATABASE_URL: укажите адрес PostgreSQL, эта часть запускается отдельно.')
  if (!address)
    throw new SettingRefused('TEMPORAL_ADDRESS: укажите адрес Temporal, эта часть запускается отдельно.')
  const databaseUrl = settings.underParent
    ? settings.databaseUrl
    : (await migrate({ adminUrl: settings.databaseUrl, appRolePassword: secret.appRolePassword })).appUrl
  return { databaseUrl, temporalAddress: address }
}
