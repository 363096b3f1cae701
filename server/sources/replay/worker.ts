import { parentPort, workerData } from 'node:worker_threads'
import { deviceKinds } from '#models/devices/index.ts'
import { type Examined, examine } from './examine.ts'

/** Reads a recording where nobody waits: the thread that serves alarms must not. */
await examine(workerData as Examined, deviceKinds, (said) => parentPort?.postMessage(said))
  .catch((error: NodeJS.ErrnoException) => {
    const fault = error.code === 'ENOSPC' ? 'no-space' : error.code === 'ENOENT' ? 'gone' : 'unreadable'
    parentPort?.postMessage({ fault })
  })
  .finally(() => parentPort?.postMessage({ end: true }))
