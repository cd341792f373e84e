import { describe, expect, it } from 'vitest'
import { answerTo } from './deal-answers.ts'
import { TestDeal } from './deal-for-tests.ts'
import { funnelWith, task } from './small-funnel-for-tests.ts'

describe('a deed of a rule that failed for good', () => {
  const failed = () => {
    const deal = new TestDeal(funnelWith([{ key: 'r', on: { event: 'task_done' }, do: [task] }]))
    deal.hear('task_done')
    const [effect] = deal.done
    if (!effect) throw new Error('the rule has done nothing')
    deal.take({ is: 'deed_failed', effect, reason: 'NoOffer', at: 5 })
    return { deal, effect }
  }

  it('A11 is told in the path with its reason and kept for a person', () => {
    const { deal, effect } = failed()
    expect(deal.state.failed).toEqual([{ effect, reason: 'NoOffer', at: 5 }])
    expect(deal.path.at(-1)).toMatchObject({
      kind: 'deed_failed',
      title: 'Не выполнено: поставить задачу «Позвонить» (ответственному) со сроком 1 рабочий час',
      data: { reason: 'NoOffer' },
    })
  })

  it('A11 is done again under its old key, once for each click', () => {
    const { deal, effect } = failed()
    const again = { is: 'deed_repeated', key: effect.key, by: 'vasily', requestId: 'click', at: 6 } as const
    deal.take(again)
    expect(deal.done).toEqual([effect, effect])
    const after = deal.state
    expect(after.failed).toEqual([])
    expect(deal.take(again)).toBe(after)
    expect(answerTo(after, 'click')).toMatchObject({ seq: after.seq })
  })

  it('A11 is told even where the deal has been closed meanwhile', () => {
    const { deal, effect } = failed()
    deal.close('lost', 'дорого')
    deal.take({ is: 'deed_failed', effect, reason: 'NoOffer', at: 9 })
    expect(deal.path.at(-1)?.kind).toBe('deed_failed')
    expect(deal.state.status).toBe('lost')
  })
})
