import type { EntityManager } from '@mikro-orm/postgresql'
import { EffectKey } from '#domain/shared/effect-key.entity.ts'
import type { ActivityWorld } from './world.ts'

/**
 * Does the deed and keeps its key in one transaction. A repeat (the engine runs deeds at least once) does nothing and
 * answers what the first one answered. Waits for another that holds the same key. The answer must be plain JSON.
 *
 * `eachTime` runs in the same transaction for a repeat as well: for a projection, which tells the whole state. After a
 * crash a process may hear the same messages in another order, and the state after a repeated one is a new one.
 */
export async function once<T>(
  world: Pick<ActivityWorld, 'fork'>,
  key: string,
  deed: (em: EntityManager) => Promise<T>,
  eachTime: (em: EntityManager) => Promise<void> = async () => undefined,
): Promise<T> {
  return world.fork().transactional(async em => {
    const claimed = await em.execute<{ id: string }[]>(
      'insert into effect_key (id) values (?) on conflict (id) do nothing returning id',
      [key],
    )
    if (claimed.length === 0) {
      await eachTime(em)
      return (await em.findOneOrFail(EffectKey, key)).result as T
    }
    const result = await deed(em)
    await eachTime(em)
    await em.flush()
    await em.execute('update effect_key set result = ?::jsonb where id = ?', [
      JSON.stringify(result ?? null),
      key,
    ])
    return result
  })
}
