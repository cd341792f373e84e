import { comparePercent, type Percent } from '../shared/percent.ts'

export type DiscountApprover = 'head' | 'director'

/**
 * Who must approve a discount, in this order: nobody within the author's own limit, the head above it, head and
 * director above the head's limit. A head asks nobody within the head's limit and never approves his own: the
 * director does; a director asks nobody. @throws Fact BadPercent
 */
export function approversOfDiscount(discount: {
  /** The largest discount among the lines. */
  percent: Percent
  authorLimit: Percent
  headLimit: Percent
  authorRoles?: readonly string[]
}): DiscountApprover[] {
  const { percent, authorLimit, headLimit, authorRoles = [] } = discount
  const aboveHead = comparePercent(percent, headLimit) > 0
  if (authorRoles.includes('director') || comparePercent(percent, authorLimit) <= 0) return []
  if (authorRoles.includes('head')) return aboveHead ? ['director'] : []
  return aboveHead ? ['head', 'director'] : ['head']
}
