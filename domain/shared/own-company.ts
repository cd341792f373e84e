import type { WorkingHours } from './working-calendar.ts'

/** Requisites and settings of the company that runs the server. Percents are decimal strings, sums decimal kopecks. */
export interface OwnCompanyData {
  fullName: string
  inn: string
  kpp: string | null
  ogrn: string
  address: string
  phone: string
  email: string
  bank: { name: string; bic: string; correspondentAccount: string; account: string }
  signatory: { name: string; position: string; nameGenitive: string; positionGenitive: string; basis: string }
  accountant: { name: string } | null
  /** Key of the rate that new lines get, see domain/documents/vat.ts. */
  defaultVatRate: string
  vatIncluded: boolean
  workingHours: WorkingHours
  /** Above the manager's own limit the head decides, above this the director. */
  headDiscountLimitPercent: string
  /** From this sum an invoice or a contract goes to the director as well. */
  directorFromKopecks: string
  /** Working days the client has to pay an invoice. */
  invoiceTermWorkingDays: number
  offerTermDays: number
  /** Working minutes an approver has. */
  approvalTermWorkingMinutes: number
  /** Set while this is the demo company: its logins are offered on the login screen. */
  demo?: true
}
