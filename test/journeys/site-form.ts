import type { World } from '../world/a-world.ts'

export const client = 'ООО «Чистый дом»'

/** Fills in the form of the company's site, as Анна of «Чистый дом» does. */
export function fillInSiteForm(world: World): Promise<Response> {
  return fetch(`${world.url}/intake/forms/site`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Анна Белова',
      company: client,
      inn: '7702070139',
      phone: '+7 903 111-22-33',
      email: 'anna@chisty-dom.example',
      text: 'веник электрический с турбонаддувом, зелёный, 20 шт.',
    }),
  })
}

interface Begun {
  dealId: string
  companyId: string
  ownerId: string
}

/** The deal that began from such a form: with whoever's turn it was. */
export async function dealFromSite(world: World): Promise<Begun> {
  const { inquiryId } = (await (await fillInSiteForm(world)).json()) as { inquiryId: string }
  const [begun] = await world.sql<{ id: string; company_id: string; owner_id: string }>(
    'select d.id, d.company_id, d.owner_id from inquiry i join deal d on d.id = i.deal_id where i.id = ?',
    [inquiryId],
  )
  if (!begun) throw new Error('no deal began from the form')
  return { dealId: begun.id, companyId: begun.company_id, ownerId: begun.owner_id }
}
