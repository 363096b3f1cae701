import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '#shared/time.ts'
import { alarmAcknowledged, alarmReturned, alarmUnacknowledged } from '#shared/world/alarm-events.ts'
import { type Delivery, deliveryEnded, deliveryTried, outletOf } from '#shared/world/deliveries.ts'
import { World } from '#shared/world/world.ts'
import { httpGateway } from './testing.ts'
import { NoticeCenter, raised } from './testing-center.ts'

const EVERY = 60 * SECOND

type Does = typeof Doing extends fc.Arbitrary<infer D> ? D : never

const Doing = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('raise' as const),
      n: fc.integer({ min: 1, max: 4 }),
      grade: fc.constantFrom(1, 2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('acknowledge' as const, 'return' as const, 'take-back' as const),
      n: fc.nat(9),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), n: fc.constantFrom(3, 20, 70, 200) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('gateway' as const),
      is: fc.constantFrom('well' as const, 'busy' as const, 'refuses' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
)

/** What chance seldom finds: the second message waits for its time, and meanwhile somebody takes notice of both. */
const WAITS_WHEN_ACKNOWLEDGED: [[Does][]] = [
  [
    [{ do: 'raise', n: 1, grade: 1 }],
    [{ do: 'wait', n: 3 }],
    [{ do: 'raise', n: 1, grade: 2 }],
    [{ do: 'wait', n: 3 }],
    [{ do: 'acknowledge', n: 0 }],
    [{ do: 'acknowledge', n: 1 }],
    [{ do: 'wait', n: 200 }],
  ],
]

test('whatever happens in whatever order: nothing is sent after it was acknowledged, nobody hears more often than the limit, nothing ends twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(Doing), { minLength: 6, maxLength: 14 }), async (all) => {
      const center = await NoticeCenter.start()
      let status = 200
      const gateway = await httpGateway((_, response, n) => response.writeHead(status).end(`{"id":"m${n}"}`))
      await center.sms('sms', gateway.url)
      await center.reach('operator', { phone: '13800000001' })
      await center.reach('commander', { phone: '13800000002' })
      await center.route(
        [
          { accounts: ['operator'], channels: ['sms'] },
          { after: 2, accounts: ['commander'], channels: ['sms'] },
        ],
        { repeat: { every: 1, most: 3 }, allClear: true },
      )
      for (const [one] of all) {
        const alarms = [...center.world.alarms.values()]
        if (one.do === 'raise') await center.append(...Array.from({ length: one.n }, () => raised(one.grade as 1 | 2)))
        else if (one.do === 'wait') await center.pass(one.n * SECOND)
        else if (one.do === 'restart') await center.server.restart()
        else if (one.do === 'gateway') status = { well: 200, busy: 503, refuses: 400 }[one.is]
        else {
          const alarm = alarms[one.n % Math.max(1, alarms.length)]
          const make = { acknowledge: alarmAcknowledged, 'take-back': alarmUnacknowledged, return: null }[one.do]
          if (alarm && make) await center.append(make(alarm.place, { alarm: alarm.alarm }))
          else if (alarm) await center.append(alarmReturned(alarm.place, { alarm: alarm.alarm, value: 0 }))
        }
        await center.settle()
      }
      await center.pass(5 * MINUTE)
      await judge(
        center,
        gateway.heard.map(({ body }) => JSON.parse(body).key),
      )
      expect(center.reports).toEqual([])
      await center.server.close()
    }),
    { numRuns: 6, examples: [WAITS_WHEN_ACKNOWLEDGED], interruptAfterTimeLimit: 50_000, markInterruptAsFailure: false },
  )
}, 90_000)

/** Folds the log anew and looks at each try as it was when it was begun. */
async function judge(center: NoticeCenter, keys: readonly string[]): Promise<void> {
  const world = new World()
  const begun = new Map<string, number>()
  const tries = new Map<string, number>()
  const ended = new Set<string>()
  for (const event of await center.server.storage.events('live', { limit: 100_000 })) {
    world.apply(event)
    const { delivery: id } = event.data as { delivery: string }
    const delivery = world.deliveries.get(id) as Delivery
    if (event.type === deliveryEnded.type) {
      expect(ended.has(id)).toBe(false)
      ended.add(id)
    }
    if (event.type !== deliveryTried.type) continue
    const { alarms, n } = event.data as { alarms: string[]; n: number }
    expect(ended.has(id)).toBe(false)
    tries.set(id, n)
    if (delivery.what === 'alarm') {
      // A message of no alarm is one of alarms that somebody has acknowledged.
      expect(alarms).not.toEqual([])
      expect(alarms.map((alarm) => world.alarms.get(alarm)?.state)).toEqual(alarms.map(() => 'unacknowledged'))
    }
    if (n > 1) continue
    const outlet = outletOf(delivery)
    expect(event.at - (begun.get(outlet) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(EVERY)
    begun.set(outlet, event.at)
  }
  // Each message that arrived is one of ours, and none came more often than it was said to be tried.
  for (const key of new Set(keys))
    expect(keys.filter((one) => one === key).length).toBeLessThanOrEqual(tries.get(key) ?? 0)
}
