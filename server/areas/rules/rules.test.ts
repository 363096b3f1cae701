import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { defaultRules } from '#models/rules.ts'
import { listRules, readRuleHistory, resetRule, saveRule, tryRule } from '#shared/contract/rules.ts'
import { placeUpTo } from '#shared/place/path.ts'
import { SECOND, SimulatedClock } from '#shared/time.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { Rule } from '#shared/world/rules.ts'
import { World } from '#shared/world/world.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { secretOf, testDevices } from '../../testing/site.ts'
import { publish, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'
import { checkRule } from './check-rule.ts'

const text = { zh: '一', en: 'one' }
const smoke = (more: object = {}) =>
  Rule.parse({
    kind: 'smoke-detector',
    rule: 'smoke-high',
    name: text,
    when: { is: 'above', metric: 'smoke', limit: 8, deadBand: 2 },
    grade: 1,
    advice: text,
    ...more,
  })

test('what the kinds bring along is sound, and gas is told at 20 % LEL or less', () => {
  const rules = deviceKinds.all.flatMap(defaultRules)
  for (const rule of rules) expect(() => checkRule(Rule.parse(rule), deviceKinds, new World()), rule.rule).not.toThrow()
  const gas = rules.find(({ rule }) => rule === 'gas-high')
  expect(gas?.when).toMatchObject({ is: 'above', metric: 'lel' })
  expect(gas?.when.is === 'above' && gas.when.limit).toBeLessThanOrEqual(20)
})

test('a rule is set, holds at once and after a restart, is on record, and is had back', async () => {
  const clock = new SimulatedClock(Date.now())
  const server = await start({ clock })
  let device = await server.device('smoke-1')
  const say = async (value: number) => {
    clock.advance(SECOND)
    await publish(device, 'smoke-1', { smoke: value, temperature: 20 }, clock.now())
    return [...server.log.told.alarms.values()].map(({ state, limit }) => `${state} ${limit}`)
  }
  expect(await say(10)).toEqual(['unacknowledged 8'])
  // Raised above what is measured: the alarm goes with the next reading.
  const mild = smoke({ when: { is: 'above', metric: 'smoke', limit: 20, deadBand: 2 }, grade: 2 })
  expect((await server.ask(saveRule, { ...mild, note: 'kitchen next door' }, 'commander')).status).toBe(200)
  expect(await say(10)).toEqual(['returned 8'])
  await server.restart()
  device = await server.device('smoke-1')
  const listed = (await server.ask(listRules, {}, 'viewer')).body.rules as Rule[]
  expect(listed.find(({ kind, rule }) => kind === 'smoke-detector' && rule === 'smoke-high')).toMatchObject({
    version: 1,
    grade: 2,
    when: { limit: 20 },
  })
  expect(listed.find(({ rule }) => rule === 'gas-high')).toMatchObject({ version: 0 })
  expect(await say(10)).toEqual(['returned 8'])
  expect(await say(21)).toEqual(['unacknowledged 20'])

  // Switched off, what is open by it is over: no reading will ever say so.
  expect((await server.ask(saveRule, smoke({ enabled: false }), 'commander')).status).toBe(200)
  expect([...server.log.told.alarms.values()].map(({ state }) => state)).toEqual(['returned'])
  expect(await say(99)).toEqual(['returned 20'])
  expect((await server.ask(resetRule, { kind: 'smoke-detector', rule: 'smoke-high' }, 'commander')).status).toBe(200)
  expect(await say(10)).toEqual(['unacknowledged 8'])

  const { versions } = (await server.ask(readRuleHistory, { kind: 'smoke-detector', rule: 'smoke-high' }, 'operator'))
    .body
  expect(versions).toMatchObject([
    { by: { id: 'commander' } },
    { rule: { enabled: false } },
    { rule: { when: { limit: 20 } }, note: 'kitchen next door' },
  ])
  expect(versions[0].rule).toBeUndefined()
  expect(
    (await server.ask(resetRule, { kind: 'smoke-detector', rule: 'smoke-high' }, 'commander')).error,
  ).toMatchObject({ code: 'rule.unknown' })
})

test('silence and time are told without a reading, once, and are over with one', async () => {
  const clock = new SimulatedClock(Date.now())
  const server = await start({ clock })
  const silent = smoke({ rule: 'silent', when: { is: 'silent', for: 30 }, grade: 4 })
  const slow = smoke({
    rule: 'warm',
    when: { is: 'above', metric: 'temperature', limit: 40, deadBand: 1 },
    onDelay: 10,
  })
  for (const rule of [silent, slow]) expect((await server.ask(saveRule, rule, 'commander')).status).toBe(200)
  const device = await server.device('smoke-1')
  const open = () =>
    [...server.log.told.alarms.values()].map(({ device: id, rule, state }) => `${id} ${rule} ${state}`).sort()
  await publish(device, 'smoke-1', { temperature: 45 }, clock.now())
  expect(open()).toEqual([])
  clock.advance(11 * SECOND)
  await until(() => open().includes('smoke-1 warm unacknowledged'), 'what held for ten seconds')
  clock.advance(25 * SECOND)
  await until(() => open().includes('smoke-1 silent unacknowledged'), 'what has been silent')
  clock.advance(60 * SECOND)
  await publish(device, 'smoke-1', { temperature: 20 }, clock.now())
  await until(() => open().includes('smoke-1 silent returned'), 'what speaks again')
  const raised = server.log.told.seq
  clock.advance(5 * SECOND)
  expect(server.log.told.seq).toBe(raised)
})

test('rules that could mean nothing are refused, and nobody sets them who may not', async () => {
  const server = await start()
  const refused = async (rule: Record<string, unknown>, as = 'commander') =>
    (await server.ask(saveRule, rule, as)).error?.code
  expect(await refused(smoke({ kind: 'teapot' }))).toBe('kind.unknown')
  const floor = { devices: 2, at: 'floor', within: 60 }
  const at = (when: object) => refused({ ...smoke(), when })
  expect(await at({ is: 'above', metric: 'steam', limit: 1, deadBand: 0 })).toBe('metric.unknown')
  expect(await at({ is: 'above', metric: 'constructor', limit: 1, deadBand: 0 })).toBe('metric.unknown')
  expect(await at({ is: 'above', metric: 'smoke', limit: 100, deadBand: 0 })).toBe('rule.pointless')
  expect(await at({ is: 'above', metric: 'smoke', limit: 8, deadBand: 9 })).toBe('rule.pointless')
  expect(await at({ is: 'rising', metric: 'smoke', by: 200, within: 60 })).toBe('rule.pointless')
  expect(await at({ is: 'above', metric: 'smoke', limit: Number.NaN, deadBand: 0 })).toBe('input.invalid')
  expect(await at({ is: 'often', of: { is: 'silent', for: 30 }, times: 2, within: 60 })).toBe('input.invalid')
  expect(await at({ is: 'often', of: smoke().when, times: 2, within: 1e9 })).toBe('input.invalid')
  expect(await at({ is: 'together', of: [{ kind: 'gas-detector', when: smoke().when }], ...floor })).toBe(
    'rule.pointless',
  )
  expect(await refused({ ...smoke(), exceptions: [{ device: 'nobody', limit: 9 }] })).toBe('device.unknown')
  expect(await refused({ ...smoke(), exceptions: [{ limit: 9 }] })).toBe('input.invalid')
  expect(await refused({ ...smoke(), exceptions: [{ place: 'jinxiu', limit: 1e9 }] })).toBe('rule.pointless')
  expect(await refused({ ...smoke(), exceptions: [{ place: 'jinxiu' }, { place: 'jinxiu' }] })).toBe('input.invalid')
  expect(await refused({ ...smoke(), rule: 'a~b' })).toBe('input.invalid')
  expect(await refused({ ...smoke(), hours: { days: [1], from: '08:00', to: '08:00' } })).toBe('input.invalid')
  const twice = { kind: 'smoke-detector', when: smoke().when }
  expect(await at({ is: 'together', of: [twice, twice], ...floor })).toBe('rule.pointless')
  expect(await refused(smoke(), 'operator')).toBe('access.denied')
  expect(server.log.told.rules.size).toBe(0)
})

test('a dry run says what would have been raised, and raises nothing', async () => {
  const clock = new SimulatedClock(Date.now())
  const server = await start({ clock })
  const device = await server.device('smoke-1')
  const from = clock.now()
  for (const value of [1, 9, 12, 7, 5, 15, 3]) {
    clock.advance(10 * SECOND)
    await publish(device, 'smoke-1', { smoke: value, temperature: 20 }, clock.now())
  }
  const before = server.log.told.seq
  const wish = { from, to: clock.now() + 1 }
  const tried = async (rule: Rule) => (await server.ask(tryRule, { rule, ...wish }, 'commander')).body
  const found = await tried(smoke())
  expect(found).toMatchObject({ count: 2, left: 0, readings: 7 })
  expect(found.alarms).toMatchObject([
    { device: 'smoke-1', at: from + 20 * SECOND, until: from + 50 * SECOND, value: 9, limit: 8 },
    { at: from + 60 * SECOND, until: from + 70 * SECOND, value: 15 },
  ])
  expect((await tried(smoke({ onDelay: 15 }))).alarms).toMatchObject([{ at: from + 35 * SECOND }])
  // What is switched off can be tried before it is switched on.
  expect((await tried(smoke({ enabled: false }))).count).toBe(2)
  expect(server.log.told.seq).toBe(before)
  const long = await server.ask(tryRule, { rule: smoke(), from: 0, to: clock.now() }, 'commander')
  expect(long.error?.code).toBe('input.invalid')
  expect((await server.ask(tryRule, { rule: smoke(), ...wish }, 'operator')).error?.code).toBe('access.denied')
})

test('two smoke detectors of one floor within a minute are one alarm of the floor', async () => {
  const clock = new SimulatedClock(Date.now())
  const server = await start({
    clock,
    devices: [...testDevices, { ...testDevices[0], device: 'smoke-9' } as DeviceEntry],
  })
  await server.app.vault.put([DeviceSecrets.entry('smoke-9', secretOf('smoke-9'))])
  const both = smoke({
    rule: 'fire',
    when: {
      is: 'together',
      of: [{ kind: 'smoke-detector', when: { is: 'above', metric: 'smoke', limit: 5, deadBand: 1 } }],
      devices: 2,
      at: 'building',
      within: 60,
    },
  })
  expect((await server.ask(saveRule, both, 'commander')).status).toBe(200)
  const [one, other] = [await server.device('smoke-1'), await server.device('smoke-9')]
  const fires = () => [...server.log.told.alarms.values()].filter(({ rule }) => rule === 'fire')
  await publish(one, 'smoke-1', { smoke: 6 }, clock.now())
  clock.advance(30 * SECOND)
  expect(fires()).toEqual([])
  await publish(other, 'smoke-9', { smoke: 6 }, clock.now())
  expect(fires()).toMatchObject([
    { device: 'smoke-9', group: placeUpTo(testDevices[0]?.place ?? '', 'building'), value: 2 },
  ])
  await server.restart()
  const again = await server.device('smoke-1')
  clock.advance(SECOND)
  await publish(again, 'smoke-1', { smoke: 6 }, clock.now())
  // The other has not spoken yet: nobody can say that the fire is over.
  expect(fires()).toMatchObject([{ state: 'unacknowledged' }])
  clock.advance(61 * SECOND)
  await publish(again, 'smoke-1', { smoke: 6 }, clock.now())
  expect(fires()).toMatchObject([{ state: 'returned' }])
})

test('two at one rule: the second is told; an alarm that a changed rule cannot speak of is over', async () => {
  const server = await start()
  const save = (rule: Rule, seen?: number) => server.ask(saveRule, { ...rule, seen }, 'commander')
  expect((await save(smoke({ grade: 2 }), 0)).status).toBe(200)
  expect((await save(smoke({ grade: 3 }), 0)).error?.code).toBe('rule.changed')
  const changedAt = server.log.told.rules.get('smoke-detector~smoke-high')?.changedAt
  expect((await save(smoke({ grade: 3 }), changedAt)).status).toBe(200)

  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 10 })
  const states = () => [...server.log.told.alarms.values()].map(({ state }) => state)
  expect(states()).toEqual(['unacknowledged'])
  await save(smoke({ when: { is: 'above', metric: 'smoke', limit: 9, deadBand: 2 } }))
  expect(states()).toEqual(['unacknowledged'])
  await save(smoke({ when: { is: 'above', metric: 'temperature', limit: 60, deadBand: 2 } }))
  expect(states()).toEqual(['returned'])
})
