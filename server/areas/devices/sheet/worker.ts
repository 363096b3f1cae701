import { parentPort, workerData } from 'node:worker_threads'
import { readCells } from './file.ts'
import type { FromReader } from './reader.ts'
import { readRows } from './rows.ts'

/** So few at a time that whoever takes them in is not held up. */
const BATCH = 250

/** Reads a spreadsheet where nobody waits: the thread that serves alarms must not. */
async function read(bytes: Uint8Array): Promise<void> {
  const say = (message: FromReader) => parentPort?.postMessage(message)
  // The next piece when the one before is taken in: many at once would be taken in at once.
  const tell = (message: FromReader) =>
    new Promise<void>((resolve) => {
      parentPort?.once('message', () => resolve())
      say(message)
    })
  const cells = await readCells(bytes)
  const found = typeof cells === 'string' ? cells : readRows(cells)
  if (typeof found === 'string') return say({ fault: found })
  const { rows, problems } = found
  await tell({ total: rows.length, problemCount: problems.length })
  for (let i = 0; i < problems.length; i += BATCH) await tell({ problems: problems.slice(i, i + BATCH) })
  for (let i = 0; i < rows.length; i += BATCH) await tell({ rows: rows.slice(i, i + BATCH) })
  say({ end: true })
}

await read(workerData as Uint8Array)
