import type { Client } from './one-sale.ts'

const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]

/** A client of its own for each sale; the INN of a legal entity with its control digit. */
export function clientNumber(number: number): Client {
  const nine = String(770_200_000 + number)
  const sum = weights.reduce((total, weight, at) => total + weight * Number(nine[at]), 0)
  return {
    name: `ООО «Чистый дом ${number}»`,
    inn: `${nine}${(sum % 11) % 10}`,
    phone: `+7 903 111-22-${String(number).padStart(2, '0')}`,
    email: `anna${number}@chisty-dom.example`,
  }
}
