/** The one list of workflows that the worker bundles; a workflow's type is its exported name. */
export { approval } from './approvals/approval.workflow.ts'
export { offer } from './documents/offer.workflow.ts'
export { paper } from './documents/paper.workflow.ts'
export { letter } from './engagement/letter.workflow.ts'
export { invoice } from './money/invoice.workflow.ts'
export { request } from './requests/request.workflow.ts'
export { deal } from './sales/deal.workflow.ts'
