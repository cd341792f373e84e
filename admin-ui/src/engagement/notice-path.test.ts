import { describe, expect, it } from 'vitest'
import { noticePath } from './notice-path.ts'

describe('Where a word in the bell leads', () => {
  it('leads to the record it is about', () => {
    expect(noticePath({ subjectType: 'deal', subjectId: '1' })).toBe('/deals/1/show')
    expect(noticePath({ subjectType: 'approval', subjectId: '2' })).toBe('/approvals?open=2')
    expect(noticePath({ subjectType: 'letter', subjectId: '3' })).toBe('/letters/3/show')
  })

  it("leads a warehouse request to the warehouse's queue, whose resource is called otherwise", () => {
    expect(noticePath({ subjectType: 'request', subjectId: '4' })).toBe('/department-requests/4/show')
  })

  it('leads nowhere when the subject has no page', () => {
    expect(noticePath({ subjectType: 'exchange', subjectId: '5' })).toBeNull()
  })
})
