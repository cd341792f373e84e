import { expect } from 'vitest'
import type { World } from '../world/a-world.ts'
import { aDeal } from './a-deal.ts'

export interface Paper {
  id: string
  status: string
  number: string | null
  approvalId: string
}
export interface Approval {
  id: string
  status: string
  subject: { type: string; id: string }
  steps: {
    id: string
    role: string
    decidedByName: string | null
    decision: string | null
    remark: string | null
  }[]
  leftWorkingMinutes: number | null
  companyName: string | null
  can: Record<string, boolean>
}

/** An invoice before its accountant, and what approvers say. */
export function approving(world: () => World) {
  /** An invoice on its way past the accountant. */
  async function anInvoice(of = 'manager') {
    const { dealId } = await aDeal(world(), { of })
    const manager = await world().as(of)
    const draft = await manager.post<Paper>('/invoices', { dealId })
    const invoice = await manager.post<Paper>(`/invoices/${draft.id}/submit`)
    expect(invoice.status).toBe('awaiting_approval')
    return { invoice, approval: await asked('accountant', invoice.id) }
  }
  /** The approval as the person whose turn it is finds it in the own inbox. */
  const asked = (login: string, subjectId: string): Promise<Approval> =>
    world().until(async () => {
      const [approval] = await (await world().as(login)).list<Approval>('approvals', {
        mine: true,
        subjectId,
      })
      return approval?.leftWorkingMinutes ? approval : null
    })
  const say = async (login: string, approvalId: string, verb: string, body: unknown = {}, key?: string) =>
    (await world().as(login)).ask('POST', `/approvals/${approvalId}/${verb}`, {
      body,
      ...(key ? { key } : {}),
    })
  return { anInvoice, asked, say }
}
