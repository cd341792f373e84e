import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const departmentRequests: ResourceProps = {
  name: 'department-requests',
  recordRepresentation: 'subject',
  list: screen(async () => (await import('./WarehouseQueue.tsx')).WarehouseQueue),
  show: screen(async () => (await import('./PickPage.tsx')).PickPage),
}
