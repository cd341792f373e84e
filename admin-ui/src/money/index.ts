import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const payments: ResourceProps = {
  name: 'payments',
  recordRepresentation: 'payerName',
  list: screen(async () => (await import('./PaymentList.tsx')).PaymentList),
  edit: screen(async () => (await import('./PaymentPage.tsx')).PaymentPage),
  create: screen(async () => (await import('./PaymentCreate.tsx')).PaymentCreate),
}
