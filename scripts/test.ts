import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureBrowser } from './test/browser.ts'
import { countTests } from './test/count.ts'

// Everything, in the order in which a mistake is cheapest to find. The last line alone tells the outcome.
const root = join(import.meta.dirname, '..')
const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
}
/** Node, the page, and the tests that hold one in the other: each with the types that are there. */
const TYPED = ['.', 'desktop/renderer', 'desktop/e2e']
const failures: string[] = []
let passed = 0
let failed = 0

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function run(program: string, ...args: string[]): boolean {
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: 'inherit', shell })
  if (error) say(error.message)
  return status === 0
}

function stage(name: string, work: () => boolean): boolean {
  say(`\n== ${name}`)
  const began = performance.now()
  const good = work()
  if (!good) failures.push(name)
  say(`== ${name}: ${good ? 'good' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return good
}

function tests(project: string): boolean {
  const report = join(root, 'dist', 'reports', `${project}.json`)
  rmSync(report, { force: true })
  const good = run(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  if (!existsSync(report)) {
    say(`vitest wrote no report for ${project}`)
    failed++
    return false
  }
  const count = countTests(JSON.parse(readFileSync(report, 'utf8')))
  passed += count.passed
  failed += count.failed
  if (count.skipped > 0) say(`${count.skipped} tests of ${project} did not run`)
  return good && count.passed > 0 && count.failed === 0 && count.skipped === 0
}

const prepared = stage('browser at hand', () => {
  try {
    env.ANKAN_BROWSER = ensureBrowser(say)
    say(env.ANKAN_BROWSER)
    return true
  } catch (error) {
    say((error as Error).message)
    return false
  }
})
if (prepared) {
  stage('types', () => TYPED.map((folder) => run('tsc', '-p', folder)).every(Boolean))
  stage('lint', () => run('biome', 'check'))
  if (stage('build', () => run('tsx', 'scripts/build.ts'))) {
    env.ANKAN_BUILT = '1'
    stage('unit and server tests', () => tests('unit'))
    stage('browser tests of pages', () => tests('pages'))
    stage('browser tests of scenes', () => tests('scenes'))
  }
}

if (failures.length > 0) say(`\nfailed: ${failures.join(', ')}`)
say(`${passed} passed, ${failed} failed`)
process.exitCode = failures.length > 0 || failed > 0 || passed === 0 ? 1 : 0
