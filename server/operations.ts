import { tokenOperations } from './access/tokens.routes.ts'
import { userOperations } from './access/users.routes.ts'
import type { AnyOperation } from './shared/operation.ts'

/** Every address under /api that is made of a contract: the router, OpenAPI and the table of rights read this list. */
export const operations: AnyOperation[] = [...userOperations, ...tokenOperations]
