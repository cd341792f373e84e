import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const deals: ResourceProps = {
  name: 'deals',
  recordRepresentation: 'title',
  list: screen(async () => (await import('./DealsPage.tsx')).DealsPage),
  show: screen(async () => (await import('./card/DealCard.tsx')).DealCard),
  create: screen(async () => (await import('./DealCreate.tsx')).DealCreate),
}
