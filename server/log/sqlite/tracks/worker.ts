import { parentPort, workerData } from 'node:worker_threads'
import { toAnkanError } from '#shared/errors.ts'
import type { Points } from '../points.ts'
import { Turns } from '../turns.ts'
import { Seeker } from './seeker.ts'
import type { Asked } from './track-thread.ts'

/** Millions of positions are looked through in a thread of its own: nobody's alarm waits for a search. */
const seeker = new Seeker((workerData as { folder: string }).folder)
const turns = new Turns()

function done({ wish, fresh }: Asked): Promise<unknown> {
  const points = new Map(
    fresh.map(({ key, at, value }): [string, Points] => [key, { at: Array.from(at), value: Array.from(value) }]),
  )
  return 'most' in wish ? seeker.ways(wish, points) : seeker.presence(wish, points)
}

parentPort?.on('message', (asked: Asked) => {
  void turns
    .take(() => done(asked))
    .then(
      (value) => parentPort?.postMessage({ id: asked.id, value }),
      (thrown) => parentPort?.postMessage({ id: asked.id, error: toAnkanError(thrown).toRefusal() }),
    )
})
