import { NotFoundError, OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core'
import type { NextFunction, Request, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { Fact, fact, type Locale, sentence, titleOf } from '#domain/shared/fact.ts'

/** Refused by a field: where and why, in the caller's language. */
export interface FieldProblem {
  path: string
  message: string
}

/** Russian unless the caller prefers English. */
export const localeOf = (header: string | undefined): Locale => (/^en\b/i.test(header ?? '') ? 'en' : 'ru')

/** Every refusal leaves through here, as application/problem+json; never a stack, SQL or a path. */
export const problemAnswers =
  (log: Logger) => (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error)
    const locale = localeOf(req.headers['accept-language'])
    const ref = String(res.locals.requestId ?? '')
    const known = toFact(error, ref)
    if (known.fault === 'ours') log.error({ ref, ...whereItFailed(error) }, 'request failed')
    if (known.status === 503 || known.status === 429)
      res.setHeader('Retry-After', String(known.params.retryAfter ?? 3))
    res
      .status(known.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `/problems/${known.code}`,
          title: titleOf(known, locale),
          status: known.status,
          detail: sentence(known, locale),
          code: known.code,
          errors: error instanceof z.ZodError ? fieldProblems(error, locale) : [],
          params:
            known.status === 409 || known.status === 412 || known.status === 422 ? known.params : undefined,
          ref,
        }),
      )
  }

/** Kind and place only: a driver's message quotes the row it choked on, and rows hold people. */
const whereItFailed = (error: unknown) =>
  error instanceof Error
    ? {
        kind: error.name,
        frames: error.stack
          ?.split('\n')
          .filter(line => /^\s+at /.test(line))
          .slice(0, 12),
      }
    : { kind: typeof error }

function toFact(error: unknown, ref: string): Fact {
  if (error instanceof Fact) return error
  if (error instanceof z.ZodError) return fact('BadShape')
  if (error instanceof NotFoundError) return fact('NotFound')
  if (error instanceof OptimisticLockError) return fact('Conflict')
  if (error instanceof UniqueConstraintViolationException) return fact('Conflict')
  const { type, status, code, charset } = error as Record<'type' | 'code' | 'charset', string | undefined> & {
    status?: number
  }
  if (type === 'entity.too.large') return fact('TooLarge', { limit: '1 МБ' })
  if (type === 'charset.unsupported')
    return fact('UnsupportedMediaType', { type: String(charset).slice(0, 100) })
  if (
    type === 'entity.parse.failed' ||
    type === 'entity.verify.failed' ||
    type === 'encoding.unsupported' ||
    status === 400
  )
    return fact('BadShape')
  if (code && /^(ECONN|ETIMEDOUT|EPIPE|08|57P|53|55P03|25P03)/.test(code)) return fact('BaseAway')
  if (isLostBase(error)) return fact('BaseAway')
  return fact('Unexpected', { ref })
}

/** The driver's own words where it gives no code. */
const isLostBase = (error: unknown): boolean =>
  error instanceof Error &&
  (/Connection terminated|timeout exceeded when trying to connect|ECONNREFUSED|Client has encountered a connection error|statement timeout/i.test(
    error.message,
  ) ||
    (error.cause !== undefined && error.cause !== error && isLostBase(error.cause)))

/** A flood of unknown fields is not answered with a flood. */
const mostNamed = 20

function fieldProblems(error: z.ZodError, locale: Locale): FieldProblem[] {
  return error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, mostNamed).map(key => ({
          path: [...issue.path, key].join('.'),
          message: locale === 'ru' ? 'Неизвестное поле.' : 'Unknown field.',
        }))
      : [{ path: issue.path.join('.'), message: wordsFor(issue, locale) }],
  )
}

function wordsFor(issue: z.core.$ZodIssue, locale: Locale): string {
  const ru = locale === 'ru'
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  if (missing) return ru ? 'Обязательное поле.' : 'Required.'
  if (issue.code === 'too_small')
    return issue.origin === 'string'
      ? ru
        ? 'Не должно быть пустым.'
        : 'Must not be empty.'
      : ru
        ? `Не меньше ${issue.minimum}.`
        : `At least ${issue.minimum}.`
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? ru
        ? `Не длиннее ${issue.maximum} знаков.`
        : `At most ${issue.maximum} characters.`
      : ru
        ? `Не больше ${issue.maximum}.`
        : `At most ${issue.maximum}.`
  if (issue.code === 'invalid_value')
    return ru ? `Допустимо: ${issue.values.join(', ')}.` : `One of: ${issue.values.join(', ')}.`
  return ru ? 'Неверный формат.' : 'Wrong format.'
}
