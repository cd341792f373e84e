import type { DemoClient } from './data/demo-clients.ts'
import type { ClientAtHand, DemoDates } from './demo.ts'
import type { DemoPerson } from './demo-person.ts'

interface CompanyView {
  id: string
  name: string
  inn: string | null
  contacts: { id: string; phones: string[]; emails: string[] }[]
}

/** Each manager enters the own clients, with the person to talk to and what was heard of them. */
export async function enterClients(
  clients: readonly DemoClient[],
  { person, dates }: { person(login: string): DemoPerson; dates: DemoDates },
): Promise<Map<string, ClientAtHand>> {
  const entered = new Map<string, ClientAtHand>()
  for (const { key, owner, company, need } of clients) {
    const manager = person(owner)
    const { id, name, inn, contacts } = await manager.post<CompanyView>(`client/${key}`, '/companies', {
      ...company,
      needs: [{ text: need, source: 'Разговор', on: dates.day(-20) }],
    })
    const [contact] = contacts
    if (!contact) throw new Error(`${name}: нет контакта`)
    const [phone = ''] = contact.phones
    const [email = ''] = contact.emails
    entered.set(key, { id, name, inn, manager, contactId: contact.id, phone, email })
  }
  return entered
}
