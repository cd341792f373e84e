import { z } from 'zod'

/** Filters a list may offer; each checks its value before it becomes a condition. */
export const oneOrMany = (field: string, value: z.ZodType = z.string().max(200)) => {
  const shape = z.union([value, z.array(value).max(200)])
  return (given: unknown) => ({ [field]: shape.parse(given) }) as never
}
export const sameId = (field: string) => oneOrMany(field, z.uuid())
export const flag = (field: string) => (given: unknown) => ({ [field]: z.boolean().parse(given) }) as never
export const atLeast =
  (field: string, value: z.ZodType = z.iso.date()) =>
  (given: unknown) =>
    ({ [field]: { $gte: value.parse(given) } }) as never
export const atMost =
  (field: string, value: z.ZodType = z.iso.date()) =>
  (given: unknown) =>
    ({ [field]: { $lte: value.parse(given) } }) as never
/** A value of an array column. */
export const holds = (field: string) => (given: unknown) =>
  ({ [field]: { $contains: [z.string().max(200).parse(given)] } }) as never
