import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const companies: ResourceProps = {
  name: 'companies',
  recordRepresentation: 'name',
  list: screen(async () => (await import('./CompanyList.tsx')).CompanyList),
  show: screen(async () => (await import('./CompanyCard.tsx')).CompanyCard),
  create: screen(async () => (await import('./CompanyCreate.tsx')).CompanyCreate),
}
export const contacts: ResourceProps = { name: 'contacts', recordRepresentation: 'name' }
