import { tokenOperations } from './access/tokens.routes.ts'
import { userOperations } from './access/users.routes.ts'
import { catalogOperations } from './catalog/catalog.routes.ts'
import { boardOperations } from './sales/board.routes.ts'
import { dealCommandOperations } from './sales/deal-commands.routes.ts'
import { dealOperations } from './sales/deals.routes.ts'
import { funnelOperations } from './sales/funnels.routes.ts'
import { pathOperations } from './sales/path.routes.ts'
import type { AnyOperation } from './shared/operation.ts'

/** Every address under /api that is made of a contract: the router, OpenAPI and the table of rights read this list. */
export const operations: AnyOperation[] = [
  ...userOperations,
  ...tokenOperations,
  ...catalogOperations,
  ...boardOperations,
  ...dealOperations,
  ...dealCommandOperations,
  ...pathOperations,
  ...funnelOperations,
]
