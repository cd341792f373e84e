import { tokenOperations } from './access/tokens.routes.ts'
import { userOperations } from './access/users.routes.ts'
import { approvalOperations } from './approvals/approvals.routes.ts'
import { decideOperations } from './approvals/decide.routes.ts'
import { catalogOperations } from './catalog/catalog.routes.ts'
import { companyOperations } from './clients/companies.routes.ts'
import { companyCardOperations } from './clients/company-card.routes.ts'
import { contactOperations } from './clients/contacts.routes.ts'
import { contractCommandOperations } from './documents/contract-commands.routes.ts'
import { contractOperations } from './documents/contracts.routes.ts'
import { invoiceCommandOperations } from './documents/invoice-commands.routes.ts'
import { invoiceOperations } from './documents/invoices.routes.ts'
import { offerCommandOperations } from './documents/offer-commands.routes.ts'
import { offerOperations } from './documents/offers.routes.ts'
import { interactionOperations } from './engagement/interactions.routes.ts'
import { letterOperations } from './engagement/letters.routes.ts'
import { notificationOperations } from './engagement/notifications.routes.ts'
import { taskOperations } from './engagement/tasks.routes.ts'
import { todayOperations } from './engagement/today.routes.ts'
import { inquiryOperations } from './leads/inquiries.routes.ts'
import { debtOperations } from './money/debts.routes.ts'
import { paymentOperations } from './money/payments.routes.ts'
import { auditOperations } from './reports/audit.routes.ts'
import { healthPartsOperations } from './reports/health-parts.routes.ts'
import { searchOperations } from './reports/search.routes.ts'
import { requestCommandOperations } from './requests/request-commands.routes.ts'
import { requestOperations } from './requests/requests.routes.ts'
import { shipmentOperations } from './requests/shipments.routes.ts'
import { boardOperations } from './sales/board.routes.ts'
import { dealCommandOperations } from './sales/deal-commands.routes.ts'
import { dealOperations } from './sales/deals.routes.ts'
import { funnelOperations } from './sales/funnels.routes.ts'
import { pathOperations } from './sales/path.routes.ts'
import { commandStatusOperations } from './shared/command-status.routes.ts'
import type { AnyOperation } from './shared/operation.ts'

/** Every address under /api that is made of a contract: the router, OpenAPI and the table of rights read this list. */
export const operations: AnyOperation[] = [
  ...userOperations,
  ...tokenOperations,
  ...inquiryOperations,
  ...companyOperations,
  ...companyCardOperations,
  ...contactOperations,
  ...todayOperations,
  ...taskOperations,
  ...interactionOperations,
  ...notificationOperations,
  ...letterOperations,
  ...searchOperations,
  ...auditOperations,
  ...healthPartsOperations,
  ...commandStatusOperations,
  ...catalogOperations,
  ...boardOperations,
  ...dealOperations,
  ...dealCommandOperations,
  ...pathOperations,
  ...funnelOperations,
  ...approvalOperations,
  ...decideOperations,
  ...offerOperations,
  ...offerCommandOperations,
  ...invoiceOperations,
  ...invoiceCommandOperations,
  ...contractOperations,
  ...contractCommandOperations,
  ...requestOperations,
  ...requestCommandOperations,
  ...shipmentOperations,
  ...paymentOperations,
  ...debtOperations,
]
