import { expect, test } from 'vitest'
import type { AuditEntry } from '#shared/contract/audit.ts'
import type { Asker } from '../../../store/ask.ts'
import { csvWriter, jsonWriter, type Progress, type Writer, writeExport } from './export-file.ts'

const COUNT = 1234
const record: AuditEntry[] = Array.from({ length: COUNT }, (_, i) => ({
  id: COUNT - i,
  at: 1_700_000_000_000 + i,
  by: { kind: 'user', id: 'zhiban', name: '=值班' },
  from: '127.0.0.1',
  call: 'user:list',
  input: { note: 'a,b' },
  result: 'done',
}))

/** A server of one record: newest first, at most 500 at once, and everything that was asked. */
function server() {
  const asked: [string, Record<string, unknown>][] = []
  const ask = (async (call: { name: string }, input: Record<string, unknown>) => {
    asked.push([call.name, input])
    if (call.name === 'audit:export') return { before: COUNT + 1 }
    const entries = record.filter(({ id }) => id < (input.before as number)).slice(0, input.limit as number)
    const last = entries.at(-1)?.id ?? 1
    return { entries, next: last > 1 ? { before: last, rest: last - 1 } : null }
  }) as unknown as Asker['ask']
  return { ask, asked }
}

const csv = csvWriter({ heads: ['id', 'name'], cells: ({ id, by }) => [id, by.name ?? ''] })
const write = (
  ask: Asker['ask'],
  writer: Writer,
  told: (p: Progress) => void = () => {},
  signal = new AbortController().signal,
) => writeExport(ask, { text: 'x' }, writer, signal, told)

test('all pages are in the file, the export is on record first, and the progress only grows', async () => {
  const { ask, asked } = server()
  const shares: number[] = []
  const { file, written } = await write(ask, csv, ({ share }) => shares.push(share))
  expect(written).toBe(COUNT)
  // text() would take the mark away.
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = (await file.text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(COUNT + 1)
  expect(lines[1]).toBe(`${COUNT},'=值班`)
  expect(lines.at(-1)).toBe("1,'=值班")
  expect(asked[0]).toEqual(['audit:export', { text: 'x', format: 'csv' }])
  expect(asked.slice(1).every(([name, input]) => name === 'audit:list' && input.text === 'x')).toBe(true)
  expect(shares).toEqual([...shares].sort((one, two) => one - two))
  expect(shares.at(-1)).toBe(1)
  expect(shares[0]).toBeLessThan(0.5)
})

test('JSON is one array, of one page, many or none', async () => {
  const { file } = await write(server().ask, jsonWriter)
  expect(JSON.parse(await file.text())).toEqual(record)
  const nothing = (async (call: { name: string }) =>
    call.name === 'audit:export' ? { before: 1 } : { entries: [], next: null }) as unknown as Asker['ask']
  expect(JSON.parse(await (await write(nothing, jsonWriter)).file.text())).toEqual([])
})

test('cancelled between two pages it gives no file, and asks no further', async () => {
  const { ask, asked } = server()
  const stop = new AbortController()
  const writing = write(ask, csv, () => stop.abort(), stop.signal)
  await expect(writing).rejects.toThrow(/abort/i)
  expect(asked).toHaveLength(2)
})

test('a server that goes away half-way gives no file', async () => {
  const { ask } = server()
  let left = 2
  const failing = ((call: never, input: never) =>
    left-- > 0 ? ask(call, input) : Promise.reject(new Error('away'))) as Asker['ask']
  await expect(write(failing, csv)).rejects.toThrow('away')
})
