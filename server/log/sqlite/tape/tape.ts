import { Worker } from 'node:worker_threads'
import { AnkanError, type Refusal } from '#shared/errors.ts'
import type { History } from '../../history.ts'
import { damagedTapes } from './days.ts'
import { Keyframes } from './keyframes.ts'

export interface Asked {
  id: number
  what: keyof History | 'check' | 'taped' | 'drop' | 'close'
  args: unknown[]
}

type Told = { id: number; value?: unknown; error?: Refusal }
type Waiting = { resolve(value: never): void; reject(error: unknown): void }

const MEMORY_MB = 2048
/** After so many failures the journal is emptied all the same: it must not fill the disk, and the past has a gap. */
const PATIENCE = 5
/** It is built beside the server; a server that runs from its sources takes the built one as well. */
const TAPE = import.meta.url.endsWith('.ts')
  ? new URL('../../../../dist/node/tape.js', import.meta.url)
  : new URL('./tape.js', import.meta.url)

/** Speaks with the thread that keeps the tape; begins it when it is needed first, and again when it fell. */
export class Tape implements History {
  private readonly folder: string
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private failures = 0
  private closing = false

  constructor(folder: string) {
    this.folder = folder
  }

  moment(...args: Parameters<History['moment']>): ReturnType<History['moment']> {
    return this.ask('moment', args)
  }

  reel(...args: Parameters<History['reel']>): ReturnType<History['reel']> {
    return this.ask('reel', args)
  }

  density(...args: Parameters<History['density']>): ReturnType<History['density']> {
    return this.ask('density', args)
  }

  happened(...args: Parameters<History['happened']>): ReturnType<History['happened']> {
    return this.ask('happened', args)
  }

  gaps(...args: Parameters<History['gaps']>): ReturnType<History['gaps']> {
    return this.ask('gaps', args)
  }

  /** The names of the files tell it: no thread is begun for that. */
  damagedDays(): Promise<string[]> {
    return damagedTapes(this.folder)
  }

  async newest(): ReturnType<History['newest']> {
    return Keyframes.exist(this.folder) ? this.ask('newest', []) : undefined
  }

  begin(): ReturnType<History['begin']> {
    return this.ask('begin', [])
  }

  /** What is damaged is set aside. */
  check(): Promise<void> {
    return this.ask('check', [])
  }

  dropBefore(day: string): Promise<string[]> {
    return this.ask('drop', [day])
  }

  /** Whether all up to a row of the journal is on the tape, so that the journal may forget it. */
  async isTaped(row: number): Promise<boolean> {
    // At a stop nobody begins it for that alone: the journal stays as it is.
    if (this.closing && !this.worker) return false
    try {
      const reached = await this.ask<number>('taped', [])
      this.failures = 0
      return reached >= row
    } catch {
      return ++this.failures > PATIENCE
    }
  }

  private ask<T>(what: Asked['what'], args: unknown[]): Promise<T> {
    const worker = this.running()
    const id = ++this.lastId
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.postMessage({ id, what, args } satisfies Asked)
    })
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(TAPE, {
      workerData: { folder: this.folder },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    worker.unref()
    worker.on('message', ({ id, value, error }: Told) => {
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (error) waiting?.reject(new AnkanError(error.code as 'history.unavailable', error.details, error.message))
      else waiting?.resolve(value as never)
    })
    const fell = (why: string) => {
      if (this.worker !== worker) return
      this.worker = undefined
      const error = new AnkanError('history.unavailable', {}, why)
      for (const { reject } of this.waiting.values()) reject(error)
      this.waiting.clear()
    }
    worker.on('error', (error) => fell(error.message))
    worker.on('exit', () => fell('the thread of the tape ended'))
    this.worker = worker
    return worker
  }

  /** The last thing: whoever settles at the stop asked before. */
  async close(): Promise<void> {
    const { worker } = this
    if (!worker) return
    await this.ask('close', []).catch(() => {})
    this.worker = undefined
    await worker.terminate()
  }

  stopping(): void {
    this.closing = true
  }
}
