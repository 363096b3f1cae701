import { expect, test } from 'vitest'
import { countTests } from './count.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((status) => ({ status })),
})

test('tests of all files are added up', () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] }
  expect(countTests(report)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('a file that cannot be loaded, and one whose preparation fails, are failures', () => {
  const report = { testResults: [file('failed'), file('failed', 'skipped', 'pending')] }
  expect(countTests(report)).toEqual({ passed: 0, failed: 2, skipped: 2 })
})
