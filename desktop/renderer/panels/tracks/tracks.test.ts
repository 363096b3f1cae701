import { expect, test } from 'vitest'
import type { Track } from '#shared/contract/tracks.ts'
import { lastsText, percentAt, spansOf, stoodMs, ticksOf } from './spans.ts'
import { csvOf, geoJsonOf } from './track-file.ts'

const MINUTE = 60_000
const at = Date.UTC(2026, 10, 21, 8)
const track = {
  device: 'car-1',
  kind: 'police-car-terminal',
  name: '=警车,01',
  masked: false,
  sorts: ['vehicle'],
  retired: false,
  runs: [
    [
      [at, 114, 22.5, 0],
      [at + MINUTE, 114.001, 22.5, 12],
    ],
    [[at + 9 * MINUTE, 114.002, 22.5, 0]],
  ],
  breaks: [{ from: at + MINUTE, to: at + 9 * MINUTE, why: 'silent' }],
  wild: [],
  pace: [{ from: at, to: at + MINUTE, state: 'standing' }],
  visits: [],
  fixes: 3,
  metres: 103,
} satisfies Track

test('a lane is told without a hole, by the share of its time', () => {
  const range = { from: at, to: at + 10 * MINUTE }
  expect(spansOf(track, range)).toEqual([
    { state: 'standing', from: at, to: at + MINUTE, left: 0, width: 10 },
    { state: 'silent', from: at + MINUTE, to: at + 9 * MINUTE, left: 10, width: 80 },
  ])
  expect(stoodMs(track)).toBe(MINUTE)
  expect([percentAt(range, 0), percentAt(range, at * 2)]).toEqual([0, 100])
})

test('round times, no more than there is room for', () => {
  for (const minutes of [7, 30, 120, 480, 1440, 10_080]) {
    const ticks = ticksOf({ from: at + 1234, to: at + 1234 + minutes * MINUTE }, 8)
    expect(ticks.length).toBeGreaterThan(2)
    expect(ticks.length).toBeLessThanOrEqual(9)
    for (const tick of ticks) expect(tick % MINUTE).toBe(0)
  }
  expect([lastsText(40_000), lastsText(12 * MINUTE), lastsText(125 * MINUTE)]).toEqual(['40 s', '12 min', '2 h 5 min'])
})

test('a spreadsheet runs nothing of it, and whoever reads GeoJSON finds a line for each run', () => {
  const csv = csvOf([track], ['n', 'd', 'p', 't', 'x', 'y', 'h'])
  expect(csv.split('\r\n')[1]).toBe(`"'=警车,01",car-1,,2026-11-21T08:00:00.000Z,114,22.5,0`)
  expect(csv.trim().split('\r\n')).toHaveLength(4)
  const { features } = JSON.parse(geoJsonOf([track]))
  expect(features[0].geometry).toEqual({
    type: 'MultiLineString',
    coordinates: [
      [
        [114, 22.5, 0],
        [114.001, 22.5, 12],
      ],
      [
        [114.002, 22.5, 0],
        [114.002, 22.5, 0],
      ],
    ],
  })
  expect(features[0].properties.coordTimes[1]).toHaveLength(2)
})
