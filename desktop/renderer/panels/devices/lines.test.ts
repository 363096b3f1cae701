import { expect, test } from 'vitest'
import type { Device } from '#shared/world/devices.ts'
import type { Condition } from '../../store/device-state.ts'
import { countStates, type DeviceLine, listed } from './lines.ts'

const line = (name: string, kind: string, condition: Condition): DeviceLine => ({
  device: { device: name, name, kind } as Device,
  kind,
  where: `${name.length}栋`,
  condition,
})
const lines = [
  line('摄像机10', 'camera', 'calm'),
  line('摄像机2', 'camera', 'away'),
  line('感烟器', 'smoke', 3),
  line('水位', 'water', 1),
  line('气体', 'gas', 'unknown'),
]
const all = { found: undefined, kind: undefined, state: undefined }
const names = (of: DeviceLine[]) => of.map(({ device }) => device.name)

test('what needs somebody comes first: the gravest alarm, then who is away, then who says nothing', () => {
  expect(names(listed(lines, all, { by: 'state', down: false }))).toEqual([
    '水位',
    '感烟器',
    '摄像机2',
    '气体',
    '摄像机10',
  ])
  expect(names(listed(lines, all, { by: 'state', down: true }))[0]).toBe('摄像机10')
})

test('numbers in names are numbers; the list that was given stays as it is', () => {
  const cameras = listed(lines, { ...all, kind: 'camera' }, { by: 'name', down: false })
  expect(names(cameras)).toEqual(['摄像机2', '摄像机10'])
  expect(lines[0]?.device.name).toBe('摄像机10')
})

test('by kind, by state and by what a search found; states are counted of what is wanted else', () => {
  const wanted = { found: new Set(['摄像机2', '水位']), kind: undefined, state: 'away' as const }
  expect(names(listed(lines, wanted, { by: 'name', down: false }))).toEqual(['摄像机2'])
  expect(countStates(lines, wanted)).toEqual({ alarm: 1, away: 1, unknown: 0, calm: 0 })
  expect(countStates(lines, { ...all, kind: 'camera' })).toEqual({ alarm: 0, away: 1, unknown: 0, calm: 1 })
})
