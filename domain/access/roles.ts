import type { RoleKey } from './seats.ts'

/** What of money a role may see on records it sees at all. */
export interface MoneySight {
  /** Prices of goods and lines, discounts. */
  prices: boolean
  /** Sums of deals and papers. */
  sums: boolean
  /** Payments, debts, balances. */
  payments: boolean
}

export interface Role {
  key: RoleKey
  ru: string
  en: string
  money: MoneySight
}

const all: MoneySight = { prices: true, sums: true, payments: true }

/** The roles of product.md, in the order of its table. */
export const roles: readonly Role[] = [
  { key: 'manager', ru: 'Менеджер', en: 'Sales manager', money: all },
  { key: 'head', ru: 'Руководитель отдела продаж', en: 'Head of sales', money: all },
  { key: 'lawyer', ru: 'Юрист', en: 'Lawyer', money: { prices: true, sums: true, payments: false } },
  { key: 'accountant', ru: 'Бухгалтер', en: 'Accountant', money: all },
  { key: 'warehouse', ru: 'Склад', en: 'Warehouse', money: { prices: false, sums: false, payments: false } },
  { key: 'marketer', ru: 'Маркетолог', en: 'Marketer', money: { prices: true, sums: true, payments: false } },
  { key: 'director', ru: 'Директор', en: 'Director', money: all },
  { key: 'admin', ru: 'Администратор', en: 'Administrator', money: all },
]

/** What a person of these roles sees of money: what any of the roles sees; nothing without a role. */
export function moneySight(keys: readonly string[]): MoneySight {
  const own = roles.filter(({ key }) => keys.includes(key))
  const any = (part: keyof MoneySight) => own.some(({ money }) => money[part])
  return { prices: any('prices'), sums: any('sums'), payments: any('payments') }
}

/** The role's name on the screen; an unknown key is shown as it is. */
export const roleName = (key: string, locale: 'ru' | 'en' = 'ru'): string =>
  roles.find(role => role.key === key)?.[locale] ?? key
