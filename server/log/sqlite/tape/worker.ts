import { parentPort, workerData } from 'node:worker_threads'
import { toAnkanError } from '#shared/errors.ts'
import { Turns } from '../turns.ts'
import { TapeDays } from './days.ts'
import { Keyframes } from './keyframes.ts'
import { LogReader } from './log-reader.ts'
import { TapePlayer } from './player.ts'
import { Recorder } from './recorder.ts'
import type { Asked } from './tape.ts'

const EVERY_MS = 20_000

/** The tape in a thread of its own: whoever looks at the past holds up nobody in the present. */
const { folder } = workerData as { folder: string }
const log = new LogReader(folder)
const days = new TapeDays(folder)
const keyframes = await Keyframes.open(folder)
const recorder = await Recorder.open(log, days, keyframes)
const player = new TapePlayer(log, days, keyframes, recorder)
const turns = new Turns()

async function done({ what, args }: Asked): Promise<unknown> {
  switch (what) {
    case 'taped':
      await recorder.catchUp()
      return recorder.now.row
    case 'check':
      return days.check()
    case 'drop':
      return days.dropBefore(...(args as [string]))
    case 'close':
      clearInterval(timer)
      await recorder.catchUp()
      await Promise.all([log.close(), days.close(), keyframes.close()])
      return undefined
    default:
      return (player[what] as (...args: unknown[]) => Promise<unknown>)(...args)
  }
}

// What is only taken up when somebody asks is much by then.
const timer = setInterval(() => void turns.take(() => recorder.catchUp()).catch(() => {}), EVERY_MS)

parentPort?.on('message', (asked: Asked) => {
  void turns
    .take(() => done(asked))
    .then(
      (value) => parentPort?.postMessage({ id: asked.id, value }),
      (thrown) => parentPort?.postMessage({ id: asked.id, error: toAnkanError(thrown).toRefusal() }),
    )
})
