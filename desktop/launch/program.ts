import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
  /** Set when it could not even be started. */
  error?: Error
}

/** A program that we started and that we end. */
export class Program {
  readonly process: ChildProcess
  readonly ended: Promise<Ending>
  /** We wanted its end; otherwise it ended by itself. */
  asked = false

  constructor(file: string, args: string[], options: SpawnOptions) {
    this.process = spawn(file, args, {
      ...options,
      // A group of its own: Ctrl-C in the terminal reaches us alone, and we end the programs in their order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => resolve({ code: null, signal: null, error }))
      this.process.once('exit', (code, signal) => resolve({ code, signal }))
    })
  }

  /** Asks it to end and waits; what does not end in time is ended with all that it started. */
  async end(graceMs: number): Promise<Ending> {
    this.#ask()
    const timer = setTimeout(() => this.#kill(), graceMs)
    const ending = await this.ended
    clearTimeout(timer)
    return ending
  }

  #ask(): void {
    const child = this.process
    this.asked = true
    if (child.exitCode !== null || child.signalCode !== null) return
    // A browser is asked by closing its pipe, our own programs on Windows by closing the channel to them.
    for (const pipe of child.stdio.slice(3)) (pipe as { destroy?(): void } | null)?.destroy?.()
    if (process.platform === 'win32') {
      if (child.connected) child.disconnect()
    } else child.kill('SIGTERM')
  }

  #kill(): void {
    const { pid } = this.process
    try {
      if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL')
      else this.process.kill('SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }
}
