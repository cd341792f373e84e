import type { PaperProblem } from './papers.port.ts'

/** Names that reach into prototypes; no honest fact is called so. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
const maxDepth = 12

/**
 * The first place where a value is not plain JSON, or undefined when all of it is.
 * Class instances and getters come out empty in a template, so they are refused rather than printed as nothing.
 */
export function firstUnplain(value: unknown, path: readonly string[] = []): PaperProblem | undefined {
  const problem = (message: string): PaperProblem => ({ path: path.join('.'), message })
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : problem('not a finite number')
  if (typeof value !== 'object') return problem(`a ${typeof value} is not plain JSON`)
  if (path.length > maxDepth) return problem('nested too deep')
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = Array.isArray(value) ? prototype === Array.prototype : prototype === Object.prototype
  if (!plain && prototype !== null) return problem('an instance of a class is not plain JSON')
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol') return problem('a symbol is not plain JSON')
    if (key === 'length' && Array.isArray(value)) continue
    if (forbiddenKeys.has(key)) return problem(`the name ${key} is not allowed`)
    const descriptor = Object.getOwnPropertyDescriptor(value, key)
    if (!descriptor || !('value' in descriptor)) return problem(`the getter ${key} is not plain JSON`)
    const inner = firstUnplain(descriptor.value, [...path, key])
    if (inner) return inner
  }
  return undefined
}
