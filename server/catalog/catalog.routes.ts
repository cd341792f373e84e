import type { AnyOperation } from '../shared/operation.ts'
import { directoryOperations } from './directories.routes.ts'
import { offeringOperations } from './offerings.routes.ts'
import { productOperations } from './products.routes.ts'
import { reservationOperations } from './reservations.routes.ts'
import { supplyOperations } from './supplies.routes.ts'
import { unmetDemandOperations } from './unmet-demand.routes.ts'

/** Every address of the catalogue. */
export const catalogOperations: AnyOperation[] = [
  ...productOperations,
  ...offeringOperations,
  ...directoryOperations,
  ...supplyOperations,
  ...reservationOperations,
  ...unmetDemandOperations,
]
