import { expect, test } from 'vitest'
import { toDegrees } from '#shared/place/local.ts'
import { Linkage } from '#shared/world/linkages.ts'
import { deviceKinds } from '../devices/index.ts'
import { defaultLinkages } from './defaults.ts'
import { linkagesInForce } from './in-force.ts'
import { Matching } from './matching.ts'
import { planFor } from './plan.ts'
import { type Neighbour, Surroundings } from './surroundings.ts'

const device = (id: string, kind: string, place: string, east = 0, height = 0): Neighbour => {
  const [lon, lat] = toDegrees({ lon: 114, lat: 22.5 }, { east, north: 0 })
  return { device: id, kind, place, position: { lon, lat, height } }
}
const linkage = (actions: unknown[], when: object = { signs: ['fire'] }) =>
  Linkage.parse({ linkage: 'one', name: { zh: '一', en: 'one' }, when, actions })
const all = [
  device('gas', 'gas-detector', 'c/z1/b1/f2/201'),
  device('meter', 'gas-meter', 'c/z1/b1/f2/201', 1),
  device('door-2', 'door-access', 'c/z1/b1/f2/stairs', 4),
  device('door-1', 'door-access', 'c/z1/b1/f1/lobby', 2),
  device('door-home', 'door-access', 'c/z1/b1/f2/202', 1),
  device('door-next', 'door-access', 'c/z1/b2/f1/lobby', 60),
  device('camera', 'ai-camera', 'c/z1', 120),
  device('lamp', 'street-lamp', 'c/z2', 90),
]
const surroundings = () => {
  const found = new Surroundings()
  for (const one of all) found.put(one)
  return found
}
const plan = (actions: unknown[], devices = surroundings()) =>
  planFor(
    linkage(actions),
    { device: 'gas', place: 'c/z1/b1/f2/201', position: device('', '', '').position },
    { devices, looking: ['ai-camera'], isWayOut: (place) => !/\d+$/.test(place) },
  )
const told = (where: string, kinds = ['door-access'], more = {}) =>
  plan([{ do: 'order', kinds, command: 'x', where, ...more }]).steps.map((step) => step.device)

test('each reach means what it says, the nearest first', () => {
  expect(told('device', ['gas-detector'])).toEqual(['gas'])
  // Of another kind it is not meant.
  expect(told('device')).toEqual([undefined])
  expect(told('room', ['gas-detector', 'gas-meter'])).toEqual(['gas', 'meter'])
  expect(told('floor')).toEqual(['door-home', 'door-2'])
  expect(told('building')).toEqual(['door-home', 'door-1', 'door-2'])
  expect(told('escape')).toEqual(['door-1', 'door-2'])
  expect(told('zone')).toEqual(['door-home', 'door-1', 'door-2', 'door-next'])
  expect(told('zone', ['door-access'], { most: 2 })).toEqual(['door-home', 'door-1'])
  expect(told('near', ['street-lamp'], { metres: 89 })).toEqual([undefined])
  expect(told('near', ['street-lamp', 'door-access'], { metres: 91 })).toEqual([
    'door-home',
    'door-1',
    'door-2',
    'door-next',
    'lamp',
  ])
  expect(told('community', ['street-lamp'])).toEqual(['lamp'])
})

test('what an action before tells is not told twice, and cameras are called up once', () => {
  const shut = (where: string) => ({ do: 'order', kinds: ['gas-detector', 'gas-meter'], command: 'shut-valve', where })
  const { steps, cameras } = plan([
    { do: 'cameras', most: 4 },
    shut('device'),
    shut('room'),
    { do: 'cameras', most: 4 },
  ])
  expect(steps.map((step) => [step.action, step.device])).toEqual([
    [1, 'gas'],
    [2, 'meter'],
  ])
  expect(cameras).toEqual([{ device: 'camera', metres: 120, sees: false }])
})

test('a device that moved, or is gone, is found where it is now', () => {
  const devices = surroundings()
  devices.put(device('door-2', 'door-access', 'c/z1/b2/f1/lobby', 500))
  devices.drop('door-home')
  const doors = [...devices.within('door-access', 'c/z1/b1', 'building')].map((one) => one.device)
  expect(doors).toEqual(['door-1'])
  const near = [...devices.near('door-access', device('', '', '').position, 50)].map((one) => one.device)
  // Some are a little further away: whoever asks measures.
  expect(near).toEqual(['door-1', 'door-next'])
})

test('an alarm calls those that mean its sign, its rule or its kind; grade and place narrow that', () => {
  const when = [
    { signs: ['fire'] },
    { rules: ['door-access~forced'] },
    { kinds: ['door-access'] },
    { signs: ['fire', 'intrusion'], grades: [1, 2], places: ['c/z1/b1'] },
  ]
  const known = when.map((one, n) =>
    Linkage.parse({ ...linkage([{ do: 'cameras', most: 1 }]), linkage: `l${n}`, when: one }),
  )
  const matching = new Matching(known)
  const of = (called: object) =>
    matching
      .of({ kind: 'door-access', rule: 'forced', grade: 3, place: 'c/z1/b1/f1', ...called } as never)
      .map((one) => one.linkage)
  expect(of({ sign: 'intrusion' })).toEqual(['l1', 'l2'])
  expect(of({ sign: 'intrusion', grade: 2 })).toEqual(['l1', 'l2', 'l3'])
  expect(of({ sign: 'intrusion', grade: 2, place: 'c/z1/b10' })).toEqual(['l1', 'l2'])
  expect(of({ kind: 'smoke-detector', rule: 'smoke-high', sign: 'fire' })).toEqual(['l0'])
  // That it is silent or broken is not what a door tells.
  expect(of({ rule: 'lost', sign: 'silence' })).toEqual([])
})

test('those that come along are dry, name kinds, commands and rules that there are, and are what is in force', () => {
  for (const { when, actions } of defaultLinkages.all) {
    for (const name of when.rules) {
      const [kind = '', rule] = name.split('~')
      expect(deviceKinds.get(kind)?.rules.map((one) => one.rule)).toContain(rule)
    }
    for (const action of actions)
      if (action.do === 'order')
        for (const kind of action.kinds) {
          const command = deviceKinds.get(kind)?.commands[action.command]
          expect([kind, action.command, command?.dangerous]).toEqual([kind, action.command, undefined])
          expect(Object.keys(command?.input ?? {})).toEqual(Object.keys(action.input))
        }
  }
  const changed = {
    ...linkage([{ do: 'cameras', most: 1 }]),
    linkage: 'fire',
    place: 'c',
    mode: 'armed' as const,
    changedAt: 1,
    changedBy: { kind: 'user' as const, id: 'a' },
  }
  const inForce = linkagesInForce([changed])
  expect(inForce.size).toBe(defaultLinkages.all.length)
  expect(inForce.get('fire')?.mode).toBe('armed')
  expect(inForce.get('gas')?.mode).toBe('dry')
})
