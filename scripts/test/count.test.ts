import { expect, it } from 'vitest'
import { countTests, inOneLine, sum } from './count.ts'

const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) })

it('the suite ends with one line of tests and checks together', () => {
  const tests = countTests(
    { numPassedTests: 40, numFailedTests: 1, testResults: [file('failed', 41)] },
    false,
  )
  expect(inOneLine(sum(tests, { passed: 6, failed: 0 }))).toBe('46 passed, 1 failed')
})

it('a file that cannot be loaded has failed', () => {
  const testResults = [file('passed', 3), file('failed', 0)]
  expect(countTests({ numPassedTests: 3, numFailedTests: 0, testResults }, false)).toEqual({
    passed: 3,
    failed: 1,
  })
})

it('a run that ended badly is never all green', () => {
  expect(countTests({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, false).failed).toBe(1)
})
