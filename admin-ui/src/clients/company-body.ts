interface Person {
  name?: string
  position?: string
  phone?: string
  email?: string
}
interface CompanyForm extends Person {
  inn?: string
  kpp?: string
  ogrn?: string
  fullName?: string
  class?: string
  address?: string
  contact?: Person
}

const list = (value: string | undefined): string[] | undefined => (value?.trim() ? [value.trim()] : undefined)
const known = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

export const personBody = ({ name, position, phone, email }: Person): object =>
  known({ name, position, phones: list(phone), emails: list(email) })

/** What was filled in → the contract's CreateCompany: single fields become lists, empty ones stay away. */
export function companyBody(values: CompanyForm): object {
  const { phone, email, address, contact, ...plain } = values
  return known({
    ...plain,
    phones: list(phone),
    emails: list(email),
    addresses: list(address),
    contact: contact?.name?.trim() ? personBody(contact) : undefined,
  })
}
