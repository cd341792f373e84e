import { type Actor, hasRole } from '../shared/actor.ts'

/** The warehouse sees no prices; who holds another role besides does. */
export const seesPrices = (actor: Actor): boolean => actor.roles.some(role => role !== 'warehouse')

/** Whoever sells may hold goods for a deal that he sees. */
export const mayReserve = (actor: Actor): boolean => hasRole(actor, 'manager', 'head', 'director', 'admin')

/** Who knows when goods come may say so. */
export const mayEnterSupplies = (actor: Actor): boolean =>
  hasRole(actor, 'warehouse', 'head', 'director', 'admin')
