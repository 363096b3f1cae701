import { expect, test } from 'vitest'
import { defaultLinkages } from '#models/linkage/defaults.ts'
import { SimulatedClock } from '#shared/time.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { type Draft, SYSTEM } from '#shared/world/event.ts'
import { linkageModeSet } from '#shared/world/linkages.ts'
import { start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const ALARMS = 500
const FIVE = ['fire', 'gas', 'distress', 'intrusion', 'flood']

const device = (kind: string, n: number, building: number, floor: number): DeviceEntry => ({
  device: `${kind}-${n}`,
  kind,
  name: `${kind} ${n}`,
  place: `jinxiu/z${building % 3}/b${building}/f${String(floor).padStart(2, '0')}`,
  position: { lon: 114 + building * 0.0005, lat: 22.5 + (building % 7) * 0.0003, height: floor * 3 },
})

/** Fifty buildings with five thousand devices, of which each fire tells some dozens. */
function community(): DeviceEntry[] {
  const kinds = [
    'smoke-detector',
    'door-access',
    'ai-camera',
    'elevator',
    'fire-door',
    'gas-detector',
    'sos-button',
    'vehicle-barrier',
    'street-lamp',
    'hvac',
  ]
  return Array.from({ length: 5000 }, (_, n) =>
    device(kinds[n % 10] as string, n, ((n / 10) % 50) | 0, 1 + ((n / 500) | 0)),
  )
}

test('500 alarms with five linkages armed hold nobody up: what comes in meanwhile is answered at once', async () => {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  const devices = community()
  const server = await start({ clock, devices })
  const armed = FIVE.flatMap((id) => defaultLinkages.get(id) ?? [])
  await server.log.append(() => armed.map((one) => linkageModeSet('jinxiu', { ...one, mode: 'armed' })), SYSTEM)
  const smokes = devices.filter(({ kind }) => kind === 'smoke-detector').slice(0, ALARMS)
  const raised = (one: DeviceEntry): Draft =>
    alarmRaised(one.place, {
      alarm: `${one.device}~smoke-high~x`,
      device: one.device,
      rule: 'smoke-high',
      sign: 'fire',
      grade: 1,
      position: one.position,
      metric: 'smoke',
      limit: 10,
      value: 40,
    })
  const began = performance.now()
  let longest = 0
  for (const one of smokes) {
    const from = performance.now()
    await server.log.append(() => [raised(one)], SYSTEM)
    longest = Math.max(longest, performance.now() - from)
  }
  await until(
    () => new Set([...server.log.told.linkageRuns.values()].map(({ run }) => run)).size >= ALARMS,
    'all ran',
    30_000,
  )
  const perAlarm = (performance.now() - began) / ALARMS
  process.stdout.write(
    `linkage.per_alarm_ms ${perAlarm.toFixed(2)}, longest wait of an alarm ${longest.toFixed(0)} ms\n`,
  )
  // 500 in two minutes leave 240 ms each.
  expect(perAlarm).toBeLessThan(120)
  expect(longest).toBeLessThan(2000)
}, 60_000)
