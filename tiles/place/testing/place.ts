import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../../..')

export interface Ended {
  code: number | null
  output: string
  errors: string
}

/** The command as npm runs it, a process of its own. */
export function start(args: string[], flags: string[] = []) {
  const program = ['--import', 'tsx', ...flags, join(root, 'tiles/place/main.ts'), ...args]
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, output, errors })))
  return { child, ended }
}

export const place = (...args: string[]): Promise<Ended> => start(args).ended

export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-place-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
