import { OptimisticLockError } from '@mikro-orm/core'

const attempts = 3

/**
 * A person and a process may write the same record in one moment. Who was overtaken begins again with what
 * is there now; one who named the version he has seen learns of the change from that.
 */
export async function againWhenOvertaken<T>(deed: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await deed()
    } catch (error) {
      if (attempt === attempts || !(error instanceof OptimisticLockError)) throw error
    }
}
