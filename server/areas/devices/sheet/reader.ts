import { Worker } from 'node:worker_threads'
import type { FileProblem, RowProblem } from '#shared/contract/imports.ts'
import type { SheetRow } from './rows.ts'

/** What the thread that reads says, piece by piece. */
export type FromReader =
  | { fault: FileProblem }
  | { total: number; problemCount: number }
  | { problems: RowProblem[] }
  | { rows: SheetRow[] }
  | { end: true }

const LONGEST_MS = 60_000
const MEMORY_MB = 1024
/** It is built beside the server; a server that runs from its sources takes the built one as well. */
const READER = import.meta.url.endsWith('.ts')
  ? new URL('../../../../dist/node/sheet-reader.js', import.meta.url)
  : new URL('./sheet-reader.js', import.meta.url)

/** Reads a spreadsheet in a thread of its own, and tells what is in it; one that takes too long cannot be read. */
export function readSheetFile(bytes: Uint8Array, told: (message: FromReader) => void): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(READER, {
      workerData: bytes,
      transferList: [bytes.buffer as ArrayBuffer],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    })
    let ended = false
    const end = (fault?: FileProblem) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      if (fault) told({ fault })
      void worker.terminate()
      resolve()
    }
    const timer = setTimeout(() => end('unreadable'), LONGEST_MS)
    worker.on('message', (message: FromReader) => {
      if (ended) return
      if ('fault' in message) return end(message.fault)
      if ('end' in message) return end()
      told(message)
      // Whoever else waits has a turn before the next piece.
      setImmediate(() => worker.postMessage('next'))
    })
    worker.on('error', () => end('unreadable'))
    worker.on('exit', () => end('unreadable'))
  })
}
