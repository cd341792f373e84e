/** A room of the rail: a resource or a page of its own. What a person may do in it is the server's say. */
export interface Room {
  /** Also its key in the dictionary: `rooms.<key>`. */
  key: RoomKey
  path: string
  /** Who finds it in the rail; director and administrator see all but what belongs to one desk. */
  roles: readonly string[]
  /** Physical key of `g` + key. */
  hotkey?: string
}

export type RoomKey =
  | 'today'
  | 'approvals'
  | 'inquiries'
  | 'deals'
  | 'companies'
  | 'products'
  | 'invoices'
  | 'payments'
  | 'department-requests'
  | 'tasks'
  | 'letters'
  | 'users'
  | 'health'
  | 'audit'

const sales = ['manager', 'head', 'director', 'admin'] as const

export const rooms: readonly Room[] = [
  { key: 'today', path: '/', roles: [], hotkey: 'KeyT' },
  {
    key: 'approvals',
    path: '/approvals',
    roles: ['lawyer', 'accountant', 'head', 'director', 'manager', 'admin'],
    hotkey: 'KeyA',
  },
  {
    key: 'inquiries',
    path: '/inquiries',
    roles: ['manager', 'head', 'director', 'admin', 'marketer'],
    hotkey: 'KeyI',
  },
  { key: 'deals', path: '/deals', roles: sales, hotkey: 'KeyD' },
  {
    key: 'department-requests',
    path: '/department-requests',
    roles: ['warehouse', 'manager', 'head', 'director', 'admin'],
    hotkey: 'KeyW',
  },
  { key: 'invoices', path: '/invoices', roles: ['accountant', ...sales], hotkey: 'KeyN' },
  { key: 'payments', path: '/payments', roles: ['accountant', 'director', 'admin'], hotkey: 'KeyP' },
  {
    key: 'companies',
    path: '/companies',
    roles: ['lawyer', 'accountant', 'marketer', ...sales],
    hotkey: 'KeyC',
  },
  {
    key: 'products',
    path: '/products',
    roles: ['warehouse', 'marketer', 'accountant', ...sales],
    hotkey: 'KeyR',
  },
  { key: 'tasks', path: '/tasks', roles: [], hotkey: 'KeyZ' },
  { key: 'letters', path: '/letters', roles: [...sales, 'accountant', 'lawyer', 'marketer'], hotkey: 'KeyL' },
  { key: 'users', path: '/users', roles: ['admin'], hotkey: 'KeyU' },
  { key: 'health', path: '/health', roles: ['admin'], hotkey: 'KeyH' },
  { key: 'audit', path: '/audit', roles: ['director', 'admin'], hotkey: 'KeyJ' },
]

/** The queue each role opens in the morning; it stands first in the rail. */
const ownQueue: Record<string, RoomKey> = {
  lawyer: 'approvals',
  accountant: 'invoices',
  warehouse: 'department-requests',
  manager: 'deals',
  head: 'inquiries',
  director: 'approvals',
  admin: 'health',
}

const open = (room: Room, roles: readonly string[]): boolean =>
  room.roles.length === 0 || room.roles.some(role => roles.includes(role))

/** «Сегодня», then the person's own queue, then the other rooms he may enter. */
export function railOf(roles: readonly string[]): Room[] {
  const mine = new Set(roles.map(role => ownQueue[role]))
  const weight = (room: Room): number => (room.key === 'today' ? 0 : mine.has(room.key) ? 1 : 2)
  return rooms.filter(room => open(room, roles)).toSorted((a, b) => weight(a) - weight(b))
}

/** A page without a room of its own (an offer, a contact) is open to whoever gets its record from the server. */
export function mayEnter(roles: readonly string[], resource: string): boolean {
  const room = rooms.find(one => one.key === resource)
  return room === undefined || open(room, roles)
}
