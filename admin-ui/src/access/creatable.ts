export type Creatable = 'deals' | 'companies' | 'tasks' | 'payments' | 'users'

const sales = ['manager', 'head', 'director', 'admin']
const who: Record<Creatable, readonly string[]> = {
  deals: sales,
  companies: sales,
  tasks: [...sales, 'lawyer', 'accountant', 'warehouse', 'marketer'],
  payments: ['accountant', 'admin'],
  users: ['admin'],
}

/** What the «Создать» menu offers; the server decides again when it is sent. */
export const creatable = (roles: readonly string[]): Creatable[] =>
  (Object.keys(who) as Creatable[]).filter(resource => who[resource].some(role => roles.includes(role)))
