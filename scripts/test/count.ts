export interface Count {
  passed: number
  failed: number
}

/** The part of vitest's JSON report that we read. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/**
 * Tests that passed and failed. A file that could not even be loaded is one that failed, and so is a run that ended
 * badly although no test did (servers that did not start, an error nobody caught).
 */
export function countTests(
  { numPassedTests, numFailedTests, testResults }: VitestReport,
  endedWell: boolean,
): Count {
  const unloaded = testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = numFailedTests + unloaded
  return { passed: numPassedTests, failed: failed === 0 && !endedWell ? 1 : failed }
}

export const sum = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
})

export const inOneLine = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed`
