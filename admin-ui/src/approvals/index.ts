import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const approvals: ResourceProps = {
  name: 'approvals',
  recordRepresentation: 'title',
  list: screen(async () => (await import('./ApprovalInbox.tsx')).ApprovalInbox),
}
