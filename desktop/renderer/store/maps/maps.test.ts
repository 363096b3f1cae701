import { afterEach, expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import type { Device } from '#shared/world/devices.ts'
import { admits, clearLens, drawArea, forgetLens, isNarrowed, lens, openMap, pick, pickAll } from '../lens.ts'
import { thematicMaps } from './index.ts'
import type { Thing } from './thing.ts'

afterEach(forgetLens)

const smoke = { device: 's', kind: 'smoke-detector', place: 'c/g/b' } as Device
const meter = { device: 'm', kind: 'water-meter', place: 'c/g/b' } as Device
const there = () => [1, 1] as const

test('every map speaks of kinds and metrics that there are', () => {
  for (const map of thematicMaps.all) {
    expect(deviceKinds.all.some(({ kind }) => map.wants(kind))).toBe(true)
    for (const { kind, metric } of map.measures) expect(deviceKinds.get(kind)?.metrics[metric], metric).toBeDefined()
    for (const { picks } of map.figures) for (const kind of picks?.kind ?? []) expect(map.wants(kind), kind).toBe(true)
    expect(new Set(map.figures.map(({ id }) => id)).size).toBe(map.figures.length)
  }
})

test('every figure can be said of devices of its kinds, and none of a place without devices is made up', () => {
  const things = deviceKinds.all.map(({ kind, metrics }): Thing => {
    const values = Object.fromEntries(Object.entries(metrics).map(([metric, { max }]) => [metric, max]))
    return {
      device: { device: kind, kind, place: 'c/g/b', name: kind } as Device,
      condition: 'calm',
      values,
      at: [0, 0],
    }
  })
  for (const map of thematicMaps.all)
    for (const figure of map.figures) {
      expect(figure.of(things), `${map.id} ${figure.id}`).toBeDefined()
      const none = figure.of([])
      expect(none === undefined || (none.value === 0 && !none.concern)).toBe(true)
    }
})

test('a map lets through its kinds, what is picked of them, and what lies in the area', () => {
  expect(admits(lens.getState(), meter, 'calm', there)).toBe(true)
  openMap('security')
  expect(admits(lens.getState(), meter, 'calm', there)).toBe(false)
  expect(admits(lens.getState(), smoke, 'calm', there)).toBe(true)
  pick('condition', '1')
  expect(isNarrowed(lens.getState())).toBe(true)
  expect(admits(lens.getState(), smoke, 'calm', there)).toBe(false)
  expect(admits(lens.getState(), smoke, 1, there)).toBe(true)
  pick('condition', '1')
  expect(isNarrowed(lens.getState())).toBe(false)
  drawArea([
    [2, 2],
    [3, 2],
    [3, 3],
  ])
  expect(admits(lens.getState(), smoke, 'calm', there)).toBe(false)
  clearLens()
  expect(admits(lens.getState(), smoke, 'calm', there)).toBe(true)
})

test('a figure pressed twice lets go again; a map that is not known opens nothing', () => {
  openMap('service')
  pickAll({ kind: ['elevator'] })
  expect(lens.getState().picks).toEqual({ kind: ['elevator'] })
  pickAll({ kind: ['elevator'] })
  expect(isNarrowed(lens.getState())).toBe(false)
  openMap('nonsense')
  expect(lens.getState().map).toBe('service')
})
