import { RateLimiterMemory } from 'rate-limiter-flexible'
import { fact } from '#domain/shared/fact.ts'

export interface LoginGuard {
  /** @throws TooManyRequests with the seconds to wait */
  check(account: string, address: string): Promise<void>
  failed(account: string, address: string): Promise<void>
  passed(account: string): Promise<void>
}

/**
 * Slows guessing down by account and by address; counts failures only. The account's pause is short, so that a
 * stranger cannot lock its owner out for long (D9).
 */
export function createLoginGuard(): LoginGuard {
  const byAccount = new RateLimiterMemory({ points: 10, duration: 300, blockDuration: 60 })
  const byAddress = new RateLimiterMemory({ points: 60, duration: 300, blockDuration: 300 })
  const refuseIfBlocked = async (limiter: RateLimiterMemory, key: string, points: number) => {
    const state = await limiter.get(key)
    if (state && state.consumedPoints >= points)
      throw fact('TooManyRequests', { retryAfter: Math.ceil(state.msBeforeNext / 1000) })
  }
  return {
    async check(account, address) {
      await refuseIfBlocked(byAccount, account, 10)
      await refuseIfBlocked(byAddress, address, 60)
    },
    async failed(account, address) {
      await byAccount.consume(account).catch(() => undefined)
      await byAddress.consume(address).catch(() => undefined)
    },
    async passed(account) {
      await byAccount.delete(account)
    },
  }
}
