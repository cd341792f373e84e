import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const products: ResourceProps = {
  name: 'products',
  recordRepresentation: 'name',
  list: screen(async () => (await import('./Catalogue.tsx')).Catalogue),
  show: screen(async () => (await import('./ProductPage.tsx')).ProductPage),
}
/** What a line of a deal is made of; read on the page of its product. */
export const offerings: ResourceProps = { name: 'offerings', recordRepresentation: 'name' }
