import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const invoices: ResourceProps = {
  name: 'invoices',
  recordRepresentation: 'number',
  list: screen(async () => (await import('./InvoiceList.tsx')).InvoiceList),
  show: screen(async () => (await import('./InvoicePage.tsx')).InvoicePage),
}
/** Read on the card of their deal. */
export const offers: ResourceProps = {
  name: 'offers',
  recordRepresentation: 'number',
  show: screen(async () => (await import('./ToDeal.tsx')).ToDeal),
}
export const contracts: ResourceProps = {
  name: 'contracts',
  recordRepresentation: 'number',
  show: screen(async () => (await import('./ToDeal.tsx')).ToDeal),
}
