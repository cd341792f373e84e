import { recordPath } from '../shared/record-path.ts'

/** What a word in the bell is about → the resource it is read as. */
const resources: Record<string, string> = {
  company: 'companies',
  inquiry: 'inquiries',
  deal: 'deals',
  offer: 'offers',
  invoice: 'invoices',
  contract: 'contracts',
  approval: 'approvals',
  request: 'department-requests',
  payment: 'payments',
  task: 'tasks',
  letter: 'letters',
}

/** Where the record of a notification is read; null for what has no page. */
export function noticePath({
  subjectType,
  subjectId,
}: {
  subjectType: string
  subjectId: string
}): string | null {
  const resource = resources[subjectType]
  return resource ? recordPath(resource, subjectId) : null
}
