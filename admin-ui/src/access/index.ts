import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const users: ResourceProps = {
  name: 'users',
  recordRepresentation: 'name',
  list: screen(async () => (await import('./UserList.tsx')).UserList),
  create: screen(async () => (await import('./UserCreate.tsx')).UserCreate),
  edit: screen(async () => (await import('./UserEdit.tsx')).UserEdit),
}
export const departments: ResourceProps = { name: 'departments', recordRepresentation: 'name' }
