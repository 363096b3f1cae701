import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { temporaryFolder, writeTree } from './folders.ts'

const program = join(import.meta.dirname, '../../../dist/node/launch.js')

/** The launcher as people start it, on a data folder of its own. */
export class Launched {
  readonly process: ChildProcess
  readonly code: Promise<number | null>
  readonly data: string
  output = ''

  static async start(...args: string[]): Promise<Launched> {
    const pages = await writeTree(await temporaryFolder(), { 'index.html': 'the page' })
    return new Launched(await temporaryFolder(), ['--pages', pages, ...args])
  }

  private constructor(data: string, args: string[]) {
    this.data = data
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
    this.process = spawn(process.execPath, [program, '--data', data, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (text) => {
        this.output += text
      })
    this.code = once(this.process, 'close').then(([code]) => code)
    onTestFinished(async () => {
      this.process.kill('SIGTERM')
      await this.code
    })
  }

  /** Resolves with the first group of what was looked for. */
  async says(wanted: RegExp): Promise<string> {
    await expect.poll(() => this.output, { timeout: 15_000, interval: 20 }).toMatch(wanted)
    return wanted.exec(this.output)?.[1] ?? ''
  }

  /** The address that is told where no window can be shown. */
  url(): Promise<string> {
    return this.says(/open (http:\/\/127\.0\.0\.1:\d+\/) in a browser/)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
