import { Worker } from 'node:worker_threads'
import type { Examined, FromExaminer } from './examine.ts'

const MEMORY_MB = 1024
/** It is built beside the server; a server that runs from its sources takes the built one as well. */
const EXAMINER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/node/recording-examiner.js', import.meta.url)
  : new URL('./recording-examiner.js', import.meta.url)

/** Has a file read in a thread of its own; resolves when that is over. The function that is handed out ends it early. */
export function examineFile(work: Examined, told: (said: FromExaminer) => void): { over: Promise<void>; end(): void } {
  const worker = new Worker(EXAMINER, {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  })
  let finish = () => {}
  const over = new Promise<void>((resolve) => {
    finish = resolve
  })
  let ended = false
  const end = (fault?: 'unreadable') => {
    if (ended) return
    ended = true
    if (fault) told({ fault })
    void worker.terminate().then(() => finish())
  }
  worker.on('message', (said: FromExaminer | { end: true }) => {
    if (ended) return
    if ('end' in said) end()
    else told(said)
  })
  worker.on('error', () => end('unreadable'))
  worker.on('exit', () => end('unreadable'))
  return { over, end: () => end() }
}
