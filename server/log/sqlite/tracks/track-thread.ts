import { Worker } from 'node:worker_threads'
import { AnkanError } from '#shared/errors.ts'
import type { PresenceFound, PresenceWish, Tracks, TrackWish, WaysFound, WayWish } from '../../tracks.ts'
import type { Points } from '../points.ts'

/** It is built beside the server; a server that runs from its sources takes the built one as well. */
const SEEKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../../dist/node/tracks.js', import.meta.url)
  : new URL('./tracks.js', import.meta.url)
const MEMORY_MB = 1024
const YOUNG_MB = 128
const METRICS = ['lon', 'lat', 'height'] as const

export interface Asked {
  id: number
  wish: PresenceWish | WayWish
  fresh: { key: string; at: Float64Array; value: Float64Array }[]
}
interface Told {
  id: number
  value?: unknown
  error?: { code: string; message: string; details: Record<string, unknown> }
}

/** What is not in the files yet of a series. */
export type FreshOf = (device: string, metric: string) => readonly Points[]

/** Hands questions to the thread that looks through positions; it is started by the first one, and again when it fell. */
export class TrackThread implements Tracks {
  private readonly folder: string
  private readonly freshOf: FreshOf
  private worker: Worker | undefined
  private lastId = 0
  private readonly waiting = new Map<number, { resolve(value: never): void; reject(error: unknown): void }>()

  constructor(folder: string, freshOf: FreshOf) {
    this.folder = folder
    this.freshOf = freshOf
  }

  presence(wish: PresenceWish): Promise<PresenceFound> {
    return this.ask(wish)
  }

  ways(wish: WayWish): Promise<WaysFound> {
    return this.ask(wish)
  }

  private ask<T>(wish: PresenceWish | WayWish): Promise<T> {
    const worker = this.running()
    const id = ++this.lastId
    // As it is now: what is settled meanwhile is then seen twice, not missed.
    const fresh = this.fresh(wish)
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.postMessage(
        { id, wish, fresh } satisfies Asked,
        fresh.flatMap(({ at, value }) => [at.buffer as ArrayBuffer, value.buffer as ArrayBuffer]),
      )
    })
  }

  private fresh({ walkers, from, to }: TrackWish): Asked['fresh'] {
    const made: Asked['fresh'] = []
    for (const { device, flies } of walkers)
      for (const metric of METRICS) {
        if (metric === 'height' && !flies) continue
        const at: number[] = []
        const value: number[] = []
        for (const points of this.freshOf(device, metric))
          for (let i = 0; i < points.at.length; i++) {
            const time = points.at[i] as number
            if (time < from || time > to) continue
            at.push(time)
            value.push(points.value[i] as number)
          }
        if (at.length > 0)
          made.push({ key: `${device}\n${metric}`, at: Float64Array.from(at), value: Float64Array.from(value) })
      }
    return made
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(SEEKER, {
      workerData: { folder: this.folder },
      // Positions are thrown away as quickly as they are read: with little room for what is young, most of the time goes there.
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    worker.unref()
    worker.on('message', ({ id, value, error }: Told) => {
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (error) waiting?.reject(new AnkanError(error.code as 'history.unavailable', error.details, error.message))
      else waiting?.resolve(value as never)
    })
    const fell = (why: string) => {
      if (this.worker === worker) this.end(why)
    }
    worker.on('error', (error) => fell(error.message))
    worker.on('exit', () => fell('the thread of tracks ended'))
    this.worker = worker
    return worker
  }

  private end(why: string): void {
    this.worker = undefined
    for (const { reject } of this.waiting.values()) reject(new AnkanError('history.unavailable', {}, why))
    this.waiting.clear()
  }

  async close(): Promise<void> {
    const { worker } = this
    this.end('the server stops')
    await worker?.terminate()
  }
}
