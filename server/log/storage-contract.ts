import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Event } from '#shared/world/event.ts'
import { WORLD_VERSION, type WorldSnapshot } from '#shared/world/world.ts'
import {
  type AuditFound,
  type AuditRow,
  type Batch,
  type DeadLetterRow,
  dayOf,
  emptyBatch,
  type Storage,
  type Trend,
} from './storage.ts'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 10, 21, 12)

/** What text has to survive, wherever text is kept. */
export const HARD_TEXTS = [
  '',
  `it's "quoted" \\ and -- not; DROP TABLE event`,
  '锦绣社区 🚒🔥 \u{2F81A}',
  'nul\u0000inside',
  'line\nbreak\ttab\r\u001f',
  '{"json":"like"}',
  '12',
  '1e3',
  'null',
  'x'.repeat(300_000),
]

function event(seq: number, at = NOON + seq, data: unknown = { n: seq }): Event {
  return { seq, at, type: 'test:happened', place: 'jinxiu/z1', by: { kind: 'system', id: 'system' }, data }
}

function batch(part: Partial<Batch>): Batch {
  return { ...emptyBatch(), ...part }
}

function live(...events: Event[]): Batch['events'] {
  return events.map((one) => ({ stream: 'live', event: one }))
}

function audit(n: number, account = 'operator', call = 'alarm:acknowledge', input: unknown = { n }): AuditRow {
  return {
    at: NOON + n,
    by: { kind: 'user', id: account, name: '值班' },
    from: '127.0.0.1',
    call,
    input,
    result: 'done',
  }
}

function letter(n: number, source = 'mqtt', excerpt = `excerpt ${n}`): DeadLetterRow {
  return { at: NOON + n, source, from: '10.0.0.1', code: 'input.malformed', reason: `reason ${n}`, excerpt }
}

function reading(at: number, value: number, device = 'smoke-1', metric = 'smoke') {
  return { device, metric, at, value }
}

/** The same, worked out as plainly as can be. */
export function expectTrend(
  trend: Trend,
  readings: [number, number][],
  { from, to, most }: { from: number; to: number; most: number },
): void {
  if (readings.length <= most) {
    expect(trend).toEqual({ every: 0, points: readings, spans: [] })
    return
  }
  const { every, points, spans } = trend
  expect(points).toEqual([])
  expect(every).toBeGreaterThanOrEqual((to - from) / most)
  expect(every).toBeLessThanOrEqual(Math.max(1000, (3 * (to - from)) / most))
  const groups = new Map<number, [number, number][]>()
  for (const one of readings) {
    const start = Math.floor(one[0] / every) * every
    groups.set(start, [...(groups.get(start) ?? []), one])
  }
  expect(spans.map(({ mean: _, ...span }) => span)).toEqual(
    [...groups].map(([at, group]) => {
      const min = Math.min(...group.map(([, value]) => value))
      const max = Math.max(...group.map(([, value]) => value))
      const timeOf = (wanted: number) => group.find(([, value]) => value === wanted)?.[0]
      return { at, count: group.length, min, minAt: timeOf(min), max, maxAt: timeOf(max) }
    }),
  )
  for (const [i, group] of [...groups.values()].entries())
    expect(spans[i]?.mean).toBeCloseTo(group.reduce((sum, [, value]) => sum + value, 0) / group.length, 3)
}

/** What every storage must do. `open` opens the same place again and again; `fresh` makes a new place. */
export function storageContract(
  name: string,
  fresh: () => Promise<{ open(): Promise<Storage>; drop(): Promise<void> }>,
) {
  describe(`storage contract: ${name}`, () => {
    let place: Awaited<ReturnType<typeof fresh>>
    let storage: Storage
    beforeEach(async () => {
      place = await fresh()
      storage = await place.open()
    })
    afterEach(async () => {
      await storage.close()
      await place.drop()
    })
    const reopen = async () => {
      await storage.close()
      storage = await place.open()
    }
    const seqs = async (range: Parameters<Storage['events']>[1], stream = 'live') =>
      (await storage.events(stream, range)).map((one) => one.seq)

    test('an empty one answers emptily, and keeps its name for ever', async () => {
      const id = storage.id
      expect(id).not.toBe('')
      await storage.commit(emptyBatch())
      expect(await storage.events('live', { limit: 10 })).toEqual([])
      expect(await storage.latestSnapshot('live')).toBeUndefined()
      expect(await storage.readings('a', 'b', 0, NOON, 10)).toEqual([])
      expect(await storage.newestReadings()).toEqual([])
      expect(await storage.readingDays()).toEqual([])
      expect(await storage.dropReadingsBefore('2026-01-01')).toEqual([])
      expect(await storage.audit({ limit: 10 })).toEqual({ entries: [], next: null })
      expect(await storage.deadLetters({ limit: 10 })).toEqual([])
      expect(await storage.vault('')).toEqual([])
      await storage.check()
      await reopen()
      expect(storage.id).toBe(id)
    })

    test('events come back whole, in order, by stream, range and limit', async () => {
      await storage.commit(batch({ events: live(event(1), event(2), event(3)) }))
      await storage.commit(batch({ events: [...live(event(4), event(5)), { stream: 'drill:1', event: event(1) }] }))
      expect(await storage.events('live', { limit: 10 })).toEqual([1, 2, 3, 4, 5].map((n) => event(n)))
      expect(await seqs({ types: 'test:', limit: 2 })).toEqual([1, 2])
      expect(await seqs({ types: 'alarm:', limit: 2 })).toEqual([])
      expect(await seqs({ limit: 2 })).toEqual([1, 2])
      expect(await seqs({ after: 2, limit: 2 })).toEqual([3, 4])
      expect(await seqs({ from: NOON + 2, to: NOON + 4, limit: 10 })).toEqual([2, 3, 4])
      expect(await seqs({ from: NOON + 2, after: 3, limit: 10 })).toEqual([4, 5])
      expect(await seqs({ from: NOON + 6, limit: 10 })).toEqual([])
      expect(await seqs({ limit: 10 }, 'drill:1')).toEqual([1])
      await reopen()
      expect(await seqs({ limit: 10 })).toEqual([1, 2, 3, 4, 5])
    })

    test('what was said about a device, by its name or that of its alarms, newest first and page by page', async () => {
      const about = (seq: number, data: unknown) => event(seq, NOON + seq, data)
      const said = [
        about(1, { device: 'smoke-1' }),
        about(2, { alarm: 'smoke-1~high~abc', grade: 1 }),
        about(3, { alarm: 'smoke-10~high~abc' }),
        about(4, { device: 'other', alarm: 'smoke-1~high~x' }),
        about(5, { alarm: 'no-tilde' }),
        about(6, { alarm: 'smoke-1~high~abc' }),
      ]
      await storage.commit(batch({ events: live(...said) }))
      const seqsAbout = async (device: string, page: { before?: number; limit: number }) =>
        (await storage.eventsAbout('live', device, page)).map(({ seq }) => seq)
      expect(await storage.eventsAbout('live', 'smoke-1', { limit: 1 })).toEqual([said[5]])
      expect(await seqsAbout('smoke-1', { limit: 10 })).toEqual([6, 2, 1])
      expect(await seqsAbout('smoke-1', { before: 6, limit: 1 })).toEqual([2])
      expect(await seqsAbout('other', { limit: 10 })).toEqual([4])
      expect(await seqsAbout('nobody', { limit: 10 })).toEqual([])
      expect(await storage.eventsAbout('drill:1', 'smoke-1', { limit: 10 })).toEqual([])
    })

    test('what was said about a device at or below a place alone, page by page', async () => {
      const places = ['a/z1/b1', 'a/z2', 'a/z1', 'a/z11', 'a', 'a/z1/b1/f2']
      const said = places.map((place, i) => ({ ...event(i + 1, NOON + i, { device: 'd' }), place }))
      await storage.commit(batch({ events: live(...said) }))
      const seqs = async (page: { within: string; before?: number; limit: number }) =>
        (await storage.eventsAbout('live', 'd', page)).map(({ seq }) => seq)
      expect(await seqs({ within: 'a/z1', limit: 10 })).toEqual([6, 3, 1])
      expect(await seqs({ within: 'a/z1', limit: 2 })).toEqual([6, 3])
      expect(await seqs({ within: 'a/z1', before: 3, limit: 2 })).toEqual([1])
      expect(await seqs({ within: 'a', limit: 10 })).toEqual([6, 5, 4, 3, 2, 1])
      expect(await seqs({ within: '', limit: 1 })).toEqual([6])
    })

    test('events are counted by span of time and by a field, within a place alone', async () => {
      const at = (seq: number, place: string, grade: number, type = 'alarm:raised') => ({
        ...event(seq, NOON + seq * 1000, { grade }),
        place,
        type,
      })
      const raised = [
        at(1, 'c/z1', 1),
        at(2, 'c/z1/b1', 1),
        at(3, 'c/z10', 2),
        at(4, 'c', 4),
        at(5, 'c/z1', 1, 'other:1'),
      ]
      await storage.commit(batch({ events: live(...raised) }))
      const wish = { type: 'alarm:raised', from: NOON, to: NOON + 9000, every: 2000, field: 'grade' }
      expect(await storage.countEvents('live', { ...wish, within: '' })).toEqual([
        { at: NOON, value: 1, count: 1 },
        { at: NOON + 2000, value: 1, count: 1 },
        { at: NOON + 2000, value: 2, count: 1 },
        { at: NOON + 4000, value: 4, count: 1 },
      ])
      expect((await storage.countEvents('live', { ...wish, within: 'c/z1' })).map(({ count }) => count)).toEqual([1, 1])
      expect(await storage.countEvents('live', { ...wish, from: NOON + 5000, within: '' })).toEqual([])
      expect(await storage.countEvents('drill:1', { ...wish, within: '' })).toEqual([])
    })

    test('a failing batch leaves no event, audit row, dead letter or vault entry', async () => {
      await storage.commit(batch({ events: live(event(1)), vault: [{ key: 'k', value: 'before' }] }))
      const failing = batch({
        events: live(event(2), event(1)),
        audit: [audit(1)],
        deadLetters: [letter(1)],
        vault: [
          { key: 'k', value: 'after' },
          { key: 'new', value: 'x' },
        ],
      })
      await expect(storage.commit(failing)).rejects.toThrow()
      expect(await seqs({ limit: 10 })).toEqual([1])
      expect((await storage.audit({ limit: 10 })).entries).toEqual([])
      expect(await storage.deadLetters({ limit: 10 })).toEqual([])
      expect(await storage.vault('')).toEqual([{ key: 'k', value: 'before' }])
      await storage.commit(batch({ events: live(event(2)) }))
      expect(await seqs({ limit: 10 })).toEqual([1, 2])
    })

    test('hard texts survive in every column that holds text', async () => {
      const texts = HARD_TEXTS
      await storage.commit(
        batch({
          events: live(...texts.map((text, i) => event(i + 1, NOON, { text, [text.slice(0, 20)]: [text] }))),
          audit: texts.map((text, i) => ({ ...audit(i), from: text, result: text, input: { text } })),
          deadLetters: texts.map((text, i) => ({ ...letter(i), reason: text, excerpt: text })),
          vault: texts.map((text, i) => ({ key: `t:${i}`, value: text })),
        }),
      )
      await reopen()
      const events = await storage.events('live', { limit: 100 })
      const rows = (await storage.audit({ limit: 100 })).entries.reverse()
      const letters = (await storage.deadLetters({ limit: 100 })).reverse()
      const vault = new Map((await storage.vault('t:')).map(({ key, value }) => [key, value]))
      for (const [i, text] of texts.entries()) {
        expect(events[i]?.data).toEqual({ text, [text.slice(0, 20)]: [text] })
        expect([rows[i]?.from, rows[i]?.result, rows[i]?.input]).toEqual([text, text, { text }])
        expect([letters[i]?.reason, letters[i]?.excerpt]).toEqual([text, text])
        expect(vault.get(`t:${i}`)).toBe(text)
      }
    })

    test('readings: by time, limit and series; a repeated one is the same one', async () => {
      const rows = [reading(NOON, 1), reading(NOON + 2, 3), reading(NOON + 1, 2), reading(NOON, 9, 'smoke-2')]
      await storage.commit(batch({ readings: rows }))
      await storage.commit(batch({ readings: [reading(NOON, 77), reading(NOON + 3, 4)] }))
      const all: [number, number][] = [0, 1, 2, 3].map((n) => [NOON + n, n + 1])
      expect(await storage.readings('smoke-1', 'smoke', NOON, NOON + 9, 10)).toEqual(all)
      expect(await storage.readings('smoke-1', 'smoke', NOON + 1, NOON + 2, 10)).toEqual(all.slice(1, 3))
      expect(await storage.readings('smoke-1', 'smoke', NOON, NOON + 9, 2)).toEqual(all.slice(0, 2))
      expect(await storage.readings('smoke-2', 'smoke', NOON, NOON + 9, 10)).toEqual([[NOON, 9]])
      expect(await storage.readings('smoke-1', 'other', NOON, NOON + 9, 10)).toEqual([])
      await reopen()
      expect(await storage.readings('smoke-1', 'smoke', 0, Number.MAX_SAFE_INTEGER, 10)).toEqual(all)
      expect(await storage.readings('smoke-1', 'smoke', Number.MIN_SAFE_INTEGER, NOON + 9, 10)).toEqual(all)
    })

    test('readings keep every bit of their value', async () => {
      const values = [0, -1, 0.1, 0.1 + 0.2, 1 / 3, -40.05, 1e-300, 1.7976931348623157e308, 5e-324, 1.000444, 10.000305]
      for (let n = 0; n < 3000; n++) values.push(1 + n / 1000 + n / 1_000_000, Math.sin(n) * 10 ** (n % 30))
      await storage.commit(batch({ readings: values.map((value, i) => reading(NOON + i, value)) }))
      const back = await storage.readings('smoke-1', 'smoke', NOON, NOON + DAY, 10_000)
      expect(back.map(([, value]) => value)).toEqual(values)
    })

    test('readings span days; days are dropped whole', async () => {
      const days = [0, 1, 2, 3].map((n) => NOON + n * DAY)
      for (const at of days) await storage.commit(batch({ readings: [reading(at, at)] }))
      await storage.commit(batch({ readings: days.map((at) => reading(at + 1, 1)) }))
      const names = days.map(dayOf)
      expect((await storage.readingDays()).map(({ day }) => day)).toEqual(names)
      expect(await storage.readings('smoke-1', 'smoke', days[1] as number, days[2] as number, 10)).toEqual([
        [days[1], days[1]],
        [(days[1] as number) + 1, 1],
        [days[2], days[2]],
      ])
      expect(await storage.readings('smoke-1', 'smoke', 0, NOON + 9 * DAY, 3)).toHaveLength(3)
      expect(await storage.dropReadingsBefore(names[2] as string)).toEqual(names.slice(0, 2))
      expect((await storage.readingDays()).map(({ day }) => day)).toEqual(names.slice(2))
      expect(await storage.readings('smoke-1', 'smoke', 0, NOON + 9 * DAY, 10)).toHaveLength(4)
      // A day that was dropped can be written again.
      await storage.commit(batch({ readings: [reading(NOON, 5)] }))
      await reopen()
      expect(await storage.readings('smoke-1', 'smoke', NOON, NOON + 10, 10)).toEqual([[NOON, 5]])
    })

    test('a trend keeps every extreme, with its time: of any readings, over any time, in any number of spans', async () => {
      const step = fc.tuple(fc.integer({ min: 0, max: 4 * DAY }), fc.integer({ min: -999, max: 999 }), fc.boolean())
      const wish = fc.tuple(
        fc.integer({ min: -DAY, max: 4 * DAY }),
        fc.integer({ min: 1, max: 5 * DAY }),
        fc.integer({ min: 1, max: 700 }),
      )
      let devices = 0
      const runs = fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 300 }),
        fc.array(wish, { minLength: 1, maxLength: 6 }),
        async (steps, wishes) => {
          const device = `d-${++devices}`
          const known = new Map<number, number>()
          const half = steps.length / 2
          for (const part of [steps.slice(0, half), steps.slice(half)]) {
            const rows = part.map(([at, value, coarse]) => {
              const when = NOON + (coarse ? Math.floor(at / 60_000) * 60_000 : at)
              if (!known.has(when)) known.set(when, value / 10)
              return reading(when, value / 10, device)
            })
            await storage.commit(batch({ readings: rows }))
            if (steps.length % 2) await reopen()
          }
          const all = [...known].sort(([a], [b]) => a - b)
          for (const [start, length, most] of wishes) {
            const range = { from: NOON + start, to: NOON + start + length }
            const trend = await storage.trend({ device, metric: 'smoke', ...range, most })
            expectTrend(
              trend,
              all.filter(([at]) => at >= range.from && at <= range.to),
              { ...range, most },
            )
          }
        },
      )
      await fc.assert(runs, { seed: 11, numRuns: 12 })
    })

    test('a trend goes to the ends of the calendar, and of what no series is, it is empty', async () => {
      await storage.commit(batch({ readings: [reading(-5, 1), reading(0, 2), reading(NOON, 3), reading(8e15, 4)] }))
      await reopen()
      const whole = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER }
      const few = await storage.trend({ device: 'smoke-1', metric: 'smoke', ...whole, most: 4 })
      expect(few.points).toEqual([
        [-5, 1],
        [0, 2],
        [NOON, 3],
        [8e15, 4],
      ])
      const { spans } = await storage.trend({ device: 'smoke-1', metric: 'smoke', ...whole, most: 3 })
      expect([Math.min(...spans.map(({ min }) => min)), Math.max(...spans.map(({ max }) => max))]).toEqual([1, 4])
      expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(4)
      const nothing = { every: 0, points: [], spans: [] }
      expect(await storage.trend({ device: 'smoke-1', metric: 'other', ...whole, most: 3 })).toEqual(nothing)
      expect(await storage.trend({ device: 'none', metric: 'smoke', from: 5, to: 4, most: 3 })).toEqual(nothing)
    })

    test('the newest reading of every series', async () => {
      await storage.commit(
        batch({ readings: [reading(NOON, 1), reading(NOON + DAY, 2), reading(NOON + 5, 3, 'smoke-2')] }),
      )
      await storage.commit(
        batch({ readings: [reading(NOON + DAY - 5, 8), reading(NOON + DAY, 4, 'smoke-1', 'temperature')] }),
      )
      const newest = await storage.newestReadings()
      expect(newest.sort((a, b) => (a.device + a.metric < b.device + b.metric ? -1 : 1))).toEqual([
        reading(NOON + DAY, 2),
        reading(NOON + DAY, 4, 'smoke-1', 'temperature'),
        reading(NOON + 5, 3, 'smoke-2'),
      ])
    })

    test('the newest snapshot of this version comes back; one of another version is passed over', async () => {
      const snapshot = (seq: number, version = WORLD_VERSION): WorldSnapshot => ({
        version,
        seq,
        at: NOON + seq,
        tables: { devices: [['a', { place: `jinxiu/n${seq}` }]], alarms: [], users: [] },
      })
      await storage.saveSnapshot('live', snapshot(5))
      await storage.saveSnapshot('live', snapshot(7))
      await storage.saveSnapshot('live', snapshot(7))
      await storage.saveSnapshot('drill:1', snapshot(99))
      expect(await storage.latestSnapshot('live')).toEqual(snapshot(7))
      await storage.saveSnapshot('live', snapshot(9, WORLD_VERSION + 1))
      expect(await storage.latestSnapshot('live')).toEqual(snapshot(7))
      for (let seq = 10; seq < 60; seq++) await storage.saveSnapshot('live', snapshot(seq))
      await reopen()
      expect(await storage.latestSnapshot('live')).toEqual(snapshot(59))
      expect(await storage.latestSnapshot('drill:1')).toEqual(snapshot(99))
    })

    test('the vault: overwritten, removed, found by prefix', async () => {
      const put = (key: string, value: string | null) => ({ key, value })
      await storage.commit(batch({ vault: [put('a:1', 'x'), put('a:2', 'y'), put('b:1', 'z'), put('a:🚒', 'fire')] }))
      await storage.commit(batch({ vault: [put('a:1', 'new'), put('a:2', null), put('none', null)] }))
      await storage.commit(batch({ vault: [put('c', '1'), put('c', null), put('c', '2')] }))
      const found = async (prefix: string) =>
        (await storage.vault(prefix))
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .map(({ key, value }) => `${key}=${value}`)
      expect(await found('a:')).toEqual(['a:1=new', 'a:🚒=fire'])
      expect(await found('')).toEqual(['a:1=new', 'a:🚒=fire', 'b:1=z', 'c=2'])
      await reopen()
      expect(await found('b')).toEqual(['b:1=z'])
    })

    /** Walks to the end, as whoever searches does. */
    const audited = async (search: Omit<Parameters<Storage['audit']>[0], 'before'>) => {
      const found: number[] = []
      let next: { before: number; rest: number } | null = null
      do {
        const answer: AuditFound = await storage.audit({ ...search, ...(next ? { before: next.before } : {}) })
        found.push(...answer.entries.map((row) => row.at - NOON))
        if (next && answer.next) expect(answer.next.rest).toBeLessThan(next.rest)
        next = answer.next
      } while (next)
      return found
    }

    test('audit pages newest first, by account and call', async () => {
      const rows = Array.from({ length: 25 }, (_, n) => audit(n, n % 2 ? 'operator' : 'viewer', n % 3 ? 'a:b' : 'c:d'))
      await storage.commit(batch({ audit: rows.slice(0, 10) }))
      await storage.commit(batch({ audit: rows.slice(10) }))
      const first = await storage.audit({ limit: 10 })
      expect(first.entries.map((row) => row.at - NOON)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16, 15])
      expect(first.entries[0]).toMatchObject(rows[24] as AuditRow)
      expect(first.next).toEqual({ before: first.entries.at(-1)?.id, rest: 15 })
      const second = await storage.audit({ limit: 100, before: first.next?.before })
      expect(second.entries.map((row) => row.at - NOON)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
      expect(second.next).toBeNull()
      expect(await audited({ limit: 2, account: 'operator', call: 'c:d' })).toEqual([21, 15, 9, 3])
      expect(await audited({ limit: 7 })).toHaveLength(25)
      expect(await audited({ limit: 7, account: 'nobody' })).toEqual([])
    })

    test('audit by result, and by a range of time though the clock was set back', async () => {
      const at = (n: number, result = 'done') => ({ ...audit(n), result })
      const rows = [at(0), at(10, 'access.wrong'), at(20), at(5, 'account.unknown'), at(6), at(30)]
      for (const row of rows) await storage.commit(batch({ audit: [row] }))
      expect(await audited({ limit: 9, result: 'done' })).toEqual([30, 6, 20, 0])
      expect(await audited({ limit: 9, result: 'refused' })).toEqual([5, 10])
      expect(await audited({ limit: 9, result: 'access.wrong' })).toEqual([10])
      expect(await audited({ limit: 1, from: NOON + 5, to: NOON + 10 })).toEqual([6, 5, 10])
      expect(await audited({ limit: 9, from: NOON + 20 })).toEqual([30, 20])
      expect(await audited({ limit: 9, to: NOON + 5, result: 'refused' })).toEqual([5])
      expect(await audited({ limit: 9, from: NOON + 31 })).toEqual([])
    })

    test('audit by text: in who, where, call, input and result, and nothing in it is a pattern', async () => {
      const inputs = ['100%', '100 percent', 'a_b', 'aXb', 'back\\slash', 'say "hello"', '消防栓', 'HELLO world']
      await storage.commit(batch({ audit: inputs.map((note, n) => audit(n, 'operator', 'a:b', { note })) }))
      const finds = (text: string) => audited({ limit: 3, text })
      expect(await finds('100%')).toEqual([0])
      expect(await finds('a_b')).toEqual([2])
      expect(await finds('k\\s')).toEqual([4])
      expect(await finds('"hello"')).toEqual([5])
      expect(await finds('hello')).toEqual([7, 5])
      expect(await finds('防栓')).toEqual([6])
      for (const text of ['值班', '127.0', 'a:b', 'DONE']) expect(await finds(text)).toHaveLength(inputs.length)
      expect(await finds('nowhere')).toEqual([])
      expect(await audited({ limit: 3, text: 'hello', to: NOON + 5 })).toEqual([5])
    })

    test('a search through a long record goes on until the end', async () => {
      const rows = Array.from({ length: 50_000 }, (_, n) =>
        audit(n, 'operator', 'a:b', n % 24_000 === 7 ? { rare: 1 } : {}),
      )
      await storage.commit(batch({ audit: rows }))
      expect(await audited({ limit: 2, text: 'rare' })).toEqual([48_007, 24_007, 7])
      expect(await audited({ limit: 500, from: NOON + 100, to: NOON + 1100 })).toHaveLength(1001)
    })

    test('dead letters page newest first, by source and code, and are trimmed to the newest', async () => {
      const rows = Array.from({ length: 20 }, (_, n) => letter(n, n % 2 ? 'mqtt' : 'http'))
      await storage.commit(batch({ deadLetters: rows }))
      const first = await storage.deadLetters({ limit: 2 })
      expect(first).toMatchObject([rows[19], rows[18]] as DeadLetterRow[])
      expect(await storage.deadLetters({ limit: 9, before: first[1]?.id, source: 'mqtt' })).toHaveLength(9)
      expect(await storage.deadLetters({ limit: 9, code: 'other' })).toEqual([])
      expect(await storage.deadLetters({ limit: 9, text: 'EXCERPT 1' })).toHaveLength(9)
      expect(await storage.deadLetters({ limit: 9, text: 'excerpt_1' })).toEqual([])
      await storage.trimDeadLetters(50)
      expect(await storage.deadLetters({ limit: 99 })).toHaveLength(20)
      await storage.trimDeadLetters(5)
      expect((await storage.deadLetters({ limit: 99 })).map((row) => row.at - NOON)).toEqual([19, 18, 17, 16, 15])
    })

    test('many rows in one batch', async () => {
      const events = Array.from({ length: 5000 }, (_, n) => event(n + 1))
      const readings = Array.from({ length: 20_000 }, (_, n) => reading(NOON + n, n % 7, `d-${n % 100}`))
      await storage.commit(batch({ events: live(...events), readings }))
      expect(await seqs({ after: 4990, limit: 100 })).toHaveLength(10)
      expect(await storage.readings('d-7', 'smoke', 0, NOON + DAY, 1000)).toHaveLength(200)
      await storage.check()
    })
  })
}
