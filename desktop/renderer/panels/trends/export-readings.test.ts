import { expect, test } from 'vitest'
import { AskError, type Asker } from '../../store/ask.ts'
import { isoLocal, type Told, writeReadings } from './export-readings.ts'

const COUNT = 25_000
const FROM = Date.UTC(2026, 10, 21)
const RANGE = { from: FROM, to: FROM + COUNT * 1000 }
const curve = { device: 'd-1', metric: 'm', name: '=一号', metricName: '温度', unit: '°C' }
const HEADS = ['设备', '编号', '指标', '单位', '时间', '值']

/** A server with a reading every second; the first page meets damage. */
function server() {
  const asked: string[] = []
  let damaged = true
  const ask = (async (call: { name: string }, input: { from: number; to: number; limit: number }) => {
    asked.push(call.name)
    if (call.name === 'reading:export') return {}
    if (damaged) {
      damaged = false
      throw new AskError('storage.damaged')
    }
    const first = Math.ceil((input.from - FROM) / 1000)
    const left = Math.max(0, COUNT - first)
    const points = Array.from({ length: Math.min(left, input.limit) }, (_, i) => [FROM + (first + i) * 1000, -i])
    return { points, more: left > input.limit, missing: ['2026-11-20'] }
  }) as unknown as Asker['ask']
  return { ask, asked }
}

test('every reading of every curve, on record first; days that are lost are told, and progress only grows', async () => {
  const { ask, asked } = server()
  const shares: number[] = []
  const told = ({ share }: Told) => shares.push(share)
  const two = [curve, { ...curve, device: 'd-2' }]
  const { file, written, missing } = await writeReadings(ask, two, RANGE, HEADS, new AbortController().signal, told)
  expect([written, missing]).toEqual([2 * COUNT, ['2026-11-20']])
  const lines = (await file.text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(2 * COUNT + 1)
  expect(lines[0]).toContain('设备,编号,指标,单位,时间,值')
  expect(lines[1]).toBe(`'=一号,d-1,温度,°C,${isoLocal(FROM)},0`)
  expect(lines[2]).toBe(`'=一号,d-1,温度,°C,${isoLocal(FROM + 1000)},-1`)
  expect(new Set(lines).size).toBe(lines.length)
  expect(asked.filter((name) => name === 'reading:export')).toHaveLength(2)
  expect(asked[0]).toBe('reading:export')
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('cancelled it gives no file, and asks no further', async () => {
  const { ask, asked } = server()
  const stop = new AbortController()
  await expect(writeReadings(ask, [curve], RANGE, HEADS, stop.signal, () => stop.abort())).rejects.toThrow(/abort/i)
  expect(asked).toHaveLength(3)
})

test('a refusal ends it', async () => {
  const ask = (async () => {
    throw new AskError('device.unknown')
  }) as unknown as Asker['ask']
  await expect(writeReadings(ask, [curve], RANGE, HEADS, new AbortController().signal, () => {})).rejects.toMatchObject(
    { code: 'device.unknown' },
  )
})

test('times are local, and say how far from Greenwich', () => {
  for (const at of [0, FROM, Date.UTC(2026, 6, 1, 3, 4, 5, 678)]) {
    expect(isoLocal(at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/)
    expect(Date.parse(isoLocal(at))).toBe(at)
    expect(Number(isoLocal(at).slice(11, 13))).toBe(new Date(at).getHours())
  }
})
