import type { MqttClient } from 'mqtt'
import { expect, test } from 'vitest'
import { happeningTopic } from '#shared/contract/device-link.ts'
import { saveRule, tryRule } from '#shared/contract/rules.ts'
import { MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { Rule } from '#shared/world/rules.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { TestDisk } from '../../testing/disk.ts'
import { secretOf, testDevices } from '../../testing/site.ts'
import { type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const DOOR = 'door-1'
const door: DeviceEntry = { ...(testDevices[0] as DeviceEntry), device: DOOR, kind: 'door-access', name: DOOR }
const text = { zh: '一', en: 'one' }
const ruleOf = (when: object, more: object = {}) =>
  Rule.parse({ kind: 'door-access', rule: 'mine', name: text, when, grade: 3, advice: text, ...more })

class Center {
  readonly clock = new SimulatedClock(Date.now())
  server!: Running

  async start(disk = new TestDisk()): Promise<this> {
    this.server = await start({ clock: this.clock, devices: [...testDevices, door], wrap: disk.wrap })
    await this.server.app.vault.put([DeviceSecrets.entry(DOOR, secretOf(DOOR))])
    return this
  }

  /** Resolves when the server has acknowledged each. */
  async tell(...events: string[]): Promise<void> {
    const client = await this.server.device(DOOR)
    for (const event of events) await client.publishAsync(happeningTopic(DOOR), JSON.stringify({ event }), { qos: 1 })
    await client.endAsync()
  }

  async pass(ms: number): Promise<void> {
    this.clock.advance(ms)
    await this.server.log.append(() => [], { kind: 'system', id: 'test' })
  }

  get open(): string[] {
    return [...this.server.log.told.alarms.values()]
      .filter(({ rule }) => rule !== 'lost')
      .map(({ rule, state, value }) => `${rule} ${state} ${value}`)
      .sort()
  }
}

test('a cover that is opened is an alarm until it is closed, also over a restart', async () => {
  const center = await new Center().start()
  await center.tell('opened')
  expect(center.open).toEqual([])
  await center.tell('cover-opened')
  expect(center.open).toEqual(['tampered unacknowledged 1'])
  const [alarm] = center.server.log.told.alarms.values()
  expect(alarm).toMatchObject({ device: DOOR, is: 'event', metric: '', limit: 1, grade: 3 })
  await center.server.restart()
  await center.pass(60 * MINUTE)
  expect(center.open).toEqual(['tampered unacknowledged 1'])
  await center.tell('cover-closed')
  expect(center.open).toEqual(['tampered returned 1'])
})

test('refused again and again is an alarm for a while after the last; a restart does not keep it for ever', async () => {
  const center = await new Center().start()
  await center.tell('refused', 'refused', 'refused', 'refused')
  expect(center.open).toEqual([])
  await center.tell('refused')
  expect(center.open).toEqual(['refused-often unacknowledged 5'])
  await center.pass(9 * MINUTE)
  await center.server.restart()
  // Nobody knows any more when it came: it stands for its whole while again.
  await center.pass(SECOND)
  await center.pass(9 * MINUTE)
  expect(center.open).toEqual(['refused-often unacknowledged 5'])
  await center.pass(2 * MINUTE)
  expect(center.open).toEqual(['refused-often returned 5'])
})

test('what is told while nothing can be written is shown as not recorded, and written when it is told again', async () => {
  const disk = new TestDisk()
  const center = await new Center().start(disk)
  const { clock, server } = center
  const screen = await server.screen('operator')
  const waiting = await server.device(DOOR)
  await until(() => server.log.told.devices.get(DOOR)?.link === 'online', 'the link')
  const tell = (client: MqttClient) => client.publish(happeningTopic(DOOR), '{"event":"duress"}', { qos: 1 })
  disk.failing = new Error('no space left')
  tell(waiting)
  await until(() => server.log.fault, 'the fault')
  tell(await server.device(DOOR))
  const notice = await until(() => screen.unkept[0], 'the alarm on the screen')
  expect(notice.events).toMatchObject([{ type: 'alarm:raised', data: { device: DOOR, rule: 'duress' } }])
  expect(center.open).toEqual([])
  disk.failing = null
  await until(() => {
    clock.advance(5 * SECOND)
    return !server.log.fault
  }, 'the disk to be well')
  await center.tell('duress')
  expect(center.open).toEqual(['duress unacknowledged 1'])
})

test('a dry run looks back on events; a rule of events that mean nothing is refused', async () => {
  const center = await new Center().start()
  const { clock, server } = center
  const from = clock.now()
  for (const event of ['opened', 'refused', 'opened', 'opened']) {
    clock.advance(10 * SECOND)
    await center.tell(event)
  }
  clock.advance(5 * MINUTE)
  const tried = async (when: object) =>
    (await server.ask(tryRule, { rule: ruleOf(when), from, to: clock.now() }, 'commander')).body
  const form = { is: 'event', event: 'opened' }
  const seen = await tried({ ...form, over: { by: 'refused' } })
  expect(seen).toMatchObject({ count: 2, readings: 4, devices: 1 })
  expect(seen.alarms).toEqual([
    { device: DOOR, place: door.place, at: from + 10 * SECOND, until: from + 20 * SECOND, value: 1, limit: 1 },
    { device: DOOR, place: door.place, at: from + 30 * SECOND, value: 1, limit: 1 },
  ])
  expect(await tried({ ...form, times: 2, within: 15, over: { after: 60 } })).toMatchObject({
    alarms: [{ at: from + 40 * SECOND, until: from + 100 * SECOND, value: 2, limit: 2 }],
  })
  const refused = async (when: object, more: object = {}) =>
    (await server.ask(saveRule, ruleOf(when, more), 'commander')).error?.code
  expect(await refused({ ...form, event: 'exploded', over: { after: 60 } })).toBe('happening.unknown')
  expect(await refused({ ...form, over: { by: 'constructor' } })).toBe('happening.unknown')
  expect(await refused({ ...form, over: { by: 'opened' } })).toBe('rule.pointless')
  expect(await refused({ ...form, over: { after: 60 } }, { onDelay: 61 })).toBe('rule.pointless')
  const bare = { ...ruleOf({ ...form, over: { after: 60 } }), when: form }
  expect((await server.ask(saveRule, bare, 'commander')).error?.code).toBe('input.invalid')
  expect(await refused({ ...form, over: { after: 60 } })).toBeUndefined()
  await center.tell('opened')
  expect(center.open).toEqual(['mine unacknowledged 1'])
  // Turned into a rule of readings, no event will ever end what is open.
  expect(await refused({ is: 'above', metric: 'passages', limit: 50 })).toBeUndefined()
  expect(center.open).toEqual(['mine returned 1'])
})
