/** What of vitest's JSON report is counted. */
export interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

export interface Count {
  passed: number
  failed: number
  /** Not run, for whatever reason: it has shown nothing. */
  skipped: number
}

/** A file that failed outside its tests (while loading, in a hook) counts as one failure. */
export function countTests({ testResults }: Report): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 }
  for (const { status, assertionResults } of testResults) {
    const failedBefore = count.failed
    for (const test of assertionResults) {
      if (test.status === 'passed') count.passed++
      else if (test.status === 'failed') count.failed++
      else count.skipped++
    }
    if (status === 'failed' && count.failed === failedBefore) count.failed++
  }
  return count
}
