/** Where a record is read. Papers are read on the card of their deal, people on the card of their company. */
export function recordPath(resource: string, id: string, companyId?: string | null): string {
  if (resource === 'contacts' && companyId) return `/companies/${companyId}/show`
  if (resource === 'approvals' || resource === 'tasks') return `/${resource}?open=${id}`
  if (resource === 'payments' || resource === 'users') return `/${resource}/${id}`
  return `/${resource}/${id}/show`
}
