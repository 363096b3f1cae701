import { randomUUID } from 'node:crypto'
import {
  checkImport,
  type ImportState,
  importDevices,
  LARGEST_SHEET_BYTES,
  readImport,
} from '#shared/contract/imports.ts'
import { AnkanError, refuse } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Knowing } from './check-entry.ts'
import { SheetImport } from './sheet/sheet-import.ts'

interface Deps extends Knowing {
  log: EventLog
  clock: Clock
  root: string
}

/** Whoever has looked at it for so long begins anew. */
const KEPT_MS = 60 * 60_000
/** At a time: each holds its rows in memory. */
const MOST_AT_ONCE = 4

/** Spreadsheets of devices: checked first, and taken in by a second asking. Each account has one at a time. */
export function importCalls({ log, clock, places, root }: Deps): Served[] {
  const imports = new Map<string, { of: string; began: number; sheet: SheetImport }>()
  const own = (id: string, account: string) => {
    const found = imports.get(id)
    return found?.of === account ? found.sheet : refuse('import.unknown', { import: id }, 'no such import')
  }
  const forgetOld = (account: string) => {
    for (const [id, { of, began, sheet }] of imports) {
      if (of === account && sheet.state.phase === 'writing') refuse('import.busy', {}, 'an import is being written')
      if (of === account || clock.monotonic() - began > KEPT_MS) imports.delete(id)
    }
  }
  /** The one that waits longest for somebody who may have gone home. */
  const forgetIdle = () => {
    for (const [id, { sheet }] of imports)
      if (sheet.state.phase !== 'reading' && sheet.state.phase !== 'writing') {
        imports.delete(id)
        return
      }
  }
  return [
    answer(checkImport, ({ name, file }, { by, duty }) => {
      forgetOld(by.id)
      if (imports.size >= MOST_AT_ONCE) forgetIdle()
      if (imports.size >= MOST_AT_ONCE) refuse('import.busy', { most: MOST_AT_ONCE }, 'others are importing')
      // A copy: small buffers share their memory with others, and this one is given away.
      const bytes = new Uint8Array(Buffer.from(file, 'base64'))
      if (bytes.length > LARGEST_SHEET_BYTES) throw new AnkanError('input.too-large', { most: LARGEST_SHEET_BYTES })
      const id = randomUUID()
      const sheet = new SheetImport({ log, places, by, duty, name, id, root })
      imports.set(id, { of: by.id, began: clock.monotonic(), sheet })
      void sheet.read(bytes)
      return { import: id }
    }),
    answer(readImport, ({ import: id }, { by }): ImportState => own(id, by.id).state),
    answer(importDevices, async ({ import: id }, { by, duty }) => {
      const sheet = own(id, by.id)
      // Whoever has lost the right to a place meanwhile has lost it here as well.
      if (sheet.duty !== duty) refuse('import.outdated', {}, 'the area of duty is another one now')
      return sheet.write()
    }),
  ]
}
