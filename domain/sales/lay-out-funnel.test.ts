import { describe, expect, it } from 'vitest'
import { compiled } from './deal-for-tests.ts'
import { service } from './funnels/service.ts'
import { wholesale } from './funnels/wholesale.ts'
import { layOutFunnel } from './lay-out-funnel.ts'

describe('the picture of a funnel', () => {
  it.each([wholesale, service])(
    'draws $key left to right, with the main way in the first row',
    definition => {
      const funnel = compiled(definition)
      const { nodes, edges } = layOutFunnel(funnel)
      const main = nodes.filter(({ row }) => row === 0)
      expect(main.map(({ key }) => key)).toEqual(
        funnel.stages.filter(({ kind }) => kind !== 'lost').map(s => s.key),
      )
      expect(main.map(({ column }) => column)).toEqual(main.map((_, i) => i))
      expect(edges.filter(({ kind }) => kind === 'main')).toHaveLength(main.length - 1)
    },
  )

  it('puts no two stages on one place and nothing outside of the picture', () => {
    const { nodes, width, height, nodeWidth, nodeHeight } = layOutFunnel(compiled(wholesale))
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
    for (const { x, y } of nodes) {
      expect(x + nodeWidth).toBeLessThanOrEqual(width)
      expect(y + nodeHeight).toBeLessThanOrEqual(height)
    }
  })

  it('tells ways back from ways on', () => {
    const { edges } = layOutFunnel(compiled(wholesale))
    expect(edges.filter(({ kind }) => kind === 'back').map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'making_offer → qualification',
      'agreeing_terms → making_offer',
      'papers_and_contract → agreeing_terms',
      'awaiting_payment → papers_and_contract',
    ])
    expect(edges.every(({ path }) => /^M [\d. ]+ [HC] [\d. ]+$/.test(path))).toBe(true)
  })

  it('draws the same picture of the same funnel', () => {
    expect(layOutFunnel(compiled(wholesale))).toEqual(layOutFunnel(compiled(wholesale)))
  })
})
