import { closeSync, openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Program } from './program.ts'
import type { WindowWay } from './window.ts'
import { addressWords, bilingual, type Words, windowWords } from './words.ts'

const GRACE_MS = 5_000

export interface ShowWindow {
  ways: WindowWay[]
  url: string
  /** Where the window's own output is kept. */
  folder: string
  /** What an Electron window is told; see electron/settings.ts. */
  electronEnv: NodeJS.ProcessEnv
  say(line: string): void
}

/** The window of this launch: tries the ways in turn; a program that fails gives way to the next. */
export class ShownWindow {
  /** When a person closed the window. Stays open where there is only an address. */
  readonly closed: Promise<void>
  #program: Program | undefined
  #ending = false

  constructor(show: ShowWindow) {
    this.closed = this.#run(show)
  }

  async end(): Promise<void> {
    this.#ending = true
    await this.#program?.end(GRACE_MS)
  }

  async #run({ ways, url, folder, electronEnv, say }: ShowWindow): Promise<void> {
    const why: Words[] = []
    await mkdir(folder, { recursive: true })
    for (const way of ways) {
      if (this.#ending) return
      if (way.kind === 'impossible') {
        why.push(way.why)
        continue
      }
      say(bilingual(windowWords(way.name, why)))
      const output = join(folder, `${way.kind}.log`)
      this.#program = start(way, output, electronEnv)
      const { code, signal, error } = await this.#program.ended
      if (this.#ending || code === 0) return
      const how = error?.message ?? String(signal ?? code)
      why.push({
        zh: `${way.name.zh}异常结束（${how}，见 ${output}）`,
        en: `${way.name.en} failed (${how}, see ${output})`,
      })
    }
    say(bilingual(addressWords(url, why)))
    return new Promise(() => {})
  }
}

function start(
  way: Exclude<WindowWay, { kind: 'impossible' }>,
  output: string,
  electronEnv: NodeJS.ProcessEnv,
): Program {
  // Browsers are chatty; what they say is for the case that they fail.
  const log = openSync(output, 'w')
  try {
    if (way.kind === 'electron')
      return new Program(way.program, way.args, {
        env: { ...process.env, ...electronEnv },
        stdio: ['ignore', log, log, 'ipc'],
      })
    // 3 and 4 are the pipe that keeps the browser alive.
    const browser = new Program(way.program, way.args, { stdio: ['ignore', log, log, 'pipe', 'pipe'] })
    for (const pipe of browser.process.stdio.slice(3)) pipe?.on('error', () => {}) // it closes with the browser
    return browser
  } finally {
    closeSync(log)
  }
}
