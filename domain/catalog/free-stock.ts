import {
  addQuantity,
  compareQuantity,
  minQuantity,
  type Quantity,
  subtractQuantity,
  sumQuantities,
} from '../shared/quantity.ts'

/** Quantity at a warehouse; null where nobody said which. */
export interface AtPlace {
  warehouseId: string | null
  quantity: Quantity
}

/** What is known of one offering's goods. */
export interface Holdings {
  /** As 1C says; may be negative. */
  stock: readonly AtPlace[]
  /** Active reservations of goods that lie there: what of each has not been issued yet. */
  reserved: readonly AtPlace[]
  /** Our shipments that 1C has not confirmed: it still counts them as stock. */
  issued: readonly AtPlace[]
}

export interface PlaceStock extends AtPlace {
  reserved: Quantity
  issued: Quantity
  free: Quantity
}

/**
 * Free = 1C's stock − reservations − our shipments not yet confirmed, in all and per warehouse, never below zero.
 * A negative stock is nothing for sale and takes nothing from other warehouses (T29). A reservation without a
 * warehouse lowers the total only.
 */
export function freeStock({ stock, reserved, issued }: Holdings): { free: Quantity; places: PlaceStock[] } {
  const sellable = sumQuantities(stock.map(place => notBelowZero(place.quantity)))
  const free = notBelowZero(subtractQuantity(sellable, addQuantity(total(reserved), total(issued))))
  const ids = [...new Set([...stock, ...reserved, ...issued].map(place => place.warehouseId))]
  const places = ids.map(warehouseId => {
    const here = (rows: readonly AtPlace[]) => total(rows.filter(row => row.warehouseId === warehouseId))
    const [quantity, held, gone] = [here(stock), here(reserved), here(issued)]
    const left = notBelowZero(subtractQuantity(quantity, addQuantity(held, gone)))
    return { warehouseId, quantity, reserved: held, issued: gone, free: minQuantity(left, free) }
  })
  return { free, places }
}

/** How much of it can be promised at this warehouse, or anywhere when null. */
export const freeAt = (holdings: Holdings, warehouseId: string | null): Quantity => {
  const { free, places } = freeStock(holdings)
  if (warehouseId === null) return free
  return places.find(place => place.warehouseId === warehouseId)?.free ?? '0'
}

const total = (rows: readonly AtPlace[]): Quantity => sumQuantities(rows.map(row => row.quantity))
const notBelowZero = (quantity: Quantity): Quantity => (compareQuantity(quantity, '0') < 0 ? '0' : quantity)
