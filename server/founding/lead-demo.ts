import { demoClients } from './data/demo-clients.ts'
import { type ClientAtHand, type Demo, datesFrom } from './demo.ts'
import { type DemoPerson, signIn } from './demo-person.ts'
import { enterClients } from './enter-clients.ts'
import { comeToRest, leaveLooseEnds } from './leave-loose-ends.ts'
import { firstTalks } from './stories/first-talks.ts'
import { offers } from './stories/offers.ts'
import { paperWork } from './stories/papers.ts'
import { shipments } from './stories/shipments.ts'
import { venikPeople } from './venik-opt.ts'
import { watchChanges } from './watch-changes.ts'

export interface LeadDemo {
  url: string
  password: string
  foundedAt: Date
  say(line: string): void
}

/** The longest first, so that nobody waits for the last. */
const demoStories = [...shipments, ...paperWork, ...offers, ...firstTalks]
/** Deals led side by side: more would only wait for each other. */
const atOnce = 4

/**
 * Tells the demo's stories through the doors, as its people would: clients, supplies, deals at every turn. Safe to
 * repeat: each change has its key, and what was done once is answered as it was. @throws Error in the server's words
 */
export async function leadDemo({ url, password, foundedAt, say }: LeadDemo): Promise<void> {
  const people = new Map<string, DemoPerson>()
  for (const { login } of venikPeople) {
    const person = await signIn(url, login, password)
    people.set(login, person)
    people.set(person.id, person)
  }
  const known = <T>(map: Map<string, T>, key: string): T => {
    const found = map.get(key)
    if (found === undefined) throw new Error(`В демо нет: ${key}`)
    return found
  }
  const person = (login: string) => known(people, login)
  const changes = await watchChanges(url, person('director').cookie)
  try {
    const offerings = await offeringsBySku(person('director'))
    const dates = datesFrom(foundedAt)
    const clients: Map<string, ClientAtHand> = await enterClients(demoClients, { person, dates })
    say(`Клиенты: ${clients.size}`)
    const demo: Demo = {
      ...{ url, changes, dates, person },
      offering: sku => known(offerings, sku),
      client: key => known(clients, key),
    }
    await expectSupply(demo)
    await tell(demo, say)
    await leaveLooseEnds(demo)
    say('Задачи, платежи и вопросы без ответа')
    await comeToRest(demo)
  } finally {
    changes.close()
    await Promise.all([...new Set(people.values())].map(one => one.signOut()))
  }
}

async function offeringsBySku(person: DemoPerson): Promise<Map<string, string>> {
  const offerings = await person.list<{ id: string; sku: string | null }>('offerings', {})
  return new Map(offerings.flatMap(({ id, sku }) => (sku ? [[sku, id] as const] : [])))
}

/** The green broom with turbo is out of stock and comes in twelve days. */
async function expectSupply({ person, offering, dates }: Demo): Promise<void> {
  await person('warehouse').post('supply/VEN-T-GR', '/supplies', {
    offeringId: offering('VEN-T-GR'),
    date: dates.day(12),
    quantity: '120',
    note: 'Поставка с фабрики, подтверждена',
  })
}

async function tell(demo: Demo, say: (line: string) => void): Promise<void> {
  const waiting = demoStories.values()
  const leader = async () => {
    for (const story of waiting) {
      await story.tell(demo, story.name)
      say(`Сделка: ${story.about}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, leader))
}
