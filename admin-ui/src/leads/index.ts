import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const inquiries: ResourceProps = {
  name: 'inquiries',
  recordRepresentation: 'text',
  list: screen(async () => (await import('./InquiryList.tsx')).InquiryList),
  show: screen(async () => (await import('./InquiryPage.tsx')).InquiryPage),
}
