import { heard, type Sale } from './demo-sale.ts'

interface Said {
  text: string
  result?: string
  nextStep?: { text: string; dueAt: string }
}

/** The first call to the client, logged with its result; the funnel takes the deal on by itself. */
export async function answer(sale: Sale, said: Said): Promise<void> {
  await call(sale, 'answer', said)
  await heard(sale, 'first_answer')
}

export async function call({ manager, name, ...sale }: Sale, step: string, said: Said): Promise<void> {
  await manager.post(`${name}/${step}`, '/interactions', {
    companyId: sale.companyId,
    contactId: sale.contactId,
    dealId: sale.dealId,
    kind: 'call',
    direction: 'out',
    ...said,
  })
}

/** What the client wants: article, quantity and maybe a discount in per cent. */
export type WantedLine = readonly [sku: string, quantity: string, discountPercent?: string]

export async function setLines(
  { manager, name, dealId, demo }: Sale,
  lines: readonly WantedLine[],
): Promise<void> {
  await manager.post(`${name}/lines`, `/deals/${dealId}/set-lines`, {
    lines: lines.map(([sku, quantity, discountPercent]) => ({
      offeringId: demo.offering(sku),
      quantity,
      ...(discountPercent ? { discountPercent } : {}),
    })),
  })
}

export async function planStep(
  { manager, name, dealId }: Sale,
  step: { text: string; dueAt: string },
): Promise<void> {
  await manager.post(`${name}/plan`, `/deals/${dealId}/plan-step`, step)
}

/** Holds the goods for the deal for so many days. */
export async function hold(
  { manager, name, dealId, demo }: Sale,
  lines: readonly WantedLine[],
  days: number,
): Promise<void> {
  for (const [sku, quantity] of lines)
    await manager.post(`${name}/hold/${sku}`, '/reservations', {
      dealId,
      offeringId: demo.offering(sku),
      quantity,
      until: demo.dates.day(days),
    })
}
