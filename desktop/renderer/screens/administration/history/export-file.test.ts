import { expect, test } from 'vitest'
import type { PastAlarm } from '#shared/contract/alarm-history.ts'
import type { Asker } from '../../../store/ask.ts'
import { type HistoryFormat, writeHistory } from './export-file.ts'

const COUNT = 1234

/** A server of so many alarms, newest first, and everything that was asked. */
function server() {
  const asked: [string, Record<string, unknown>][] = []
  const ask = (async (call: { name: string }, input: Record<string, unknown>) => {
    asked.push([call.name, input])
    if (call.name === 'alarm:export') return { before: COUNT + 1 }
    const before = input.before as number
    const alarms = Array.from({ length: Math.min(500, before - 1) }, (_, i) => ({ n: before - 1 - i, cause: '=1+1' }))
    const last = alarms.at(-1)?.n ?? 1
    return { alarms, next: last > 1 ? { before: last, rest: last - 1 } : null }
  }) as unknown as Asker['ask']
  return { ask, asked }
}

const write = (
  ask: Asker['ask'],
  format: HistoryFormat,
  told = (_: number) => {},
  signal = new AbortController().signal,
) =>
  writeHistory(
    ask,
    { text: 'x' },
    { format, name: 'x', heads: ['n', 'cause'], cells: ({ n, cause }: PastAlarm) => [n, cause] },
    signal,
    told,
  )

test('all that is found is in the file, going on record comes first, and nothing in it is a formula', async () => {
  const { ask, asked } = server()
  const { file, written } = await write(ask, 'csv')
  expect(written).toBe(COUNT)
  const lines = (await file.text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(COUNT + 1)
  expect(lines[1]).toBe(`${COUNT},'=1+1`)
  expect(asked[0]).toEqual(['alarm:export', { text: 'x', format: 'csv' }])
  expect(asked.slice(1).every(([name, input]) => name === 'alarm:search' && input.text === 'x')).toBe(true)
  const sheet = await write(server().ask, 'xlsx')
  expect(sheet.file.type).toContain('spreadsheetml')
  expect(sheet.written).toBe(COUNT)
})

test('cancelled between two pages it gives no file, and asks no further', async () => {
  const { ask, asked } = server()
  const stop = new AbortController()
  await expect(write(ask, 'csv', () => stop.abort(), stop.signal)).rejects.toThrow(/abort/i)
  expect(asked).toHaveLength(2)
})
