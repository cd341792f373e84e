import { isUtf8 } from 'node:buffer'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { fact } from '#domain/shared/fact.ts'

/** The base keeps no NUL and no half of a sign: a NUL even ends its connection. */
const isPlain = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** JSON whose words the base can keep. @throws SyntaxError */
export const parseJson = (text: string): unknown => JSON.parse(text, plainOnly)

function plainOnly(key: string, value: unknown): unknown {
  if (!isPlain(key) || (typeof value === 'string' && !isPlain(value)))
    throw new SyntaxError('Not a plain text')
  return value
}

/** Bodies in JSON: UTF-8 and plain words only; all else is refused as malformed. */
export const jsonBody = (limit: string): RequestHandler =>
  express.json({
    limit,
    reviver: plainOnly,
    verify: (_req, _res, bytes) => {
      if (!isUtf8(bytes)) throw new SyntaxError('Not UTF-8')
    },
  })

/** Fields of an HTML form, in plain words only. */
export function plainForm(req: Request, _res: Response, next: NextFunction): void {
  if (
    req.is('application/x-www-form-urlencoded') &&
    !Object.values(req.body ?? {})
      .flat()
      .every(isPlainField)
  )
    throw fact('BadShape')
  next()
}
const isPlainField = (value: unknown) => typeof value !== 'string' || isPlain(value)

/** No address holds a NUL, in its path or in its query. */
export function plainAddress(req: Request, _res: Response, next: NextFunction): void {
  if (req.url.includes('%00')) throw fact('BadShape')
  next()
}
