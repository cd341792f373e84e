import { HttpError } from 'react-admin'

/** An answer of `application/problem+json`; `params` are the facts behind the sentence. */
export interface Problem {
  title: string
  detail: string
  status: number
  /** Stable name of the fact, for example `MissingFacts`. */
  code: string
  errors: { path: string; message: string }[]
  /** Short reference to tell the administrator. */
  ref: string
  /** What else the problem says: `missing`, `ownerName`, `current` … */
  extra: Record<string, unknown>
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const fieldErrors = (value: unknown): Problem['errors'] =>
  Array.isArray(value)
    ? value.map(one => {
        const { path, message } = Object(one) as { path?: unknown; message?: unknown }
        return { path: Array.isArray(path) ? path.join('.') : text(path), message: text(message) }
      })
    : []

/** Reads whatever came with a refusal into one shape; an answer that is not a problem still gets a code. */
export function readProblem(status: number, body: unknown): Problem {
  const {
    title,
    detail,
    code,
    errors,
    ref,
    type,
    status: ignored,
    ...extra
  } = Object(body) as Record<string, unknown>
  void type
  void ignored
  return {
    title: text(title),
    detail: text(detail),
    status,
    code: text(code) || `HTTP${status}`,
    errors: fieldErrors(errors),
    ref: text(ref),
    extra: { ...extra, ...Object(extra.params) },
  }
}

/** What the server refused, in the form react-admin's forms understand (`body.errors` by field). */
export class Refusal extends HttpError {
  readonly problem: Problem
  constructor(problem: Problem) {
    const byField = Object.fromEntries(problem.errors.filter(e => e.path).map(e => [e.path, e.message]))
    super(problem.detail || problem.title || problem.code, problem.status, { errors: byField })
    // HttpError sets its own prototype, which would make every refusal a plain HttpError.
    Object.setPrototypeOf(this, new.target.prototype)
    this.problem = problem
  }
}

/** 412: somebody was first. What stands there now is asked for anew, for a choice per field. */
export class StaleRecord extends Refusal {
  /** What this person wanted to save. */
  readonly mine: Record<string, unknown>
  constructor(problem: Problem, mine: Record<string, unknown>) {
    super(problem)
    this.mine = mine
  }
}

/** The problem behind any thrown thing: what is not a refusal of the server is a broken connection. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Refusal
    ? error.problem
    : readProblem(0, { code: 'NoConnection', detail: error instanceof Error ? error.message : '' })
