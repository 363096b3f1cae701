import { MOST_TRIED } from '#shared/contract/rules.ts'
import { placeUpTo } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import { type Device, deviceReported } from '#shared/world/devices.ts'
import type { Rule } from '#shared/world/rules.ts'
import type { Storage } from '../../log/storage.ts'
import { RulesEngine } from './engine/engine.ts'
import type { Finding } from './engine/running.ts'

export interface Tried {
  device: string
  place: string
  at: number
  until?: number
  value: number
  limit: number
}

interface Wish {
  storage: Storage
  stream: string
  clock: Clock
  rule: Rule
  devices: readonly Device[]
  /** Of a kind: what its devices measure. */
  metricsOf(kind: string): readonly string[]
  from: number
  to: number
}

/** A screen waits for it: longer than this nobody does. */
const PATIENCE_MS = 15_000
const PAGE = 50_000
const EVENTS_PAGE = 500

/** What a rule would have raised. Each group of devices that can have to do with one another runs by itself. */
export async function dryRun({ storage, stream, clock, rule, devices, metricsOf, from, to }: Wish) {
  const began = clock.monotonic()
  const alarms: Tried[] = []
  let [readings, looked] = [0, 0]
  for (const group of groups(rule, devices)) {
    if (clock.monotonic() - began > PATIENCE_MS) break
    const courses: Promise<Point[]>[] = group.flatMap((device) =>
      metricsOf(device.kind).map((metric) => pointsOf(storage, device, metric, from, to)),
    )
    if (rule.when.is === 'event') courses.push(...group.map((device) => eventsOf(storage, stream, device, from, to)))
    const course = (await Promise.all(courses)).flat()
    course.sort((a, b) => a.at - b.at)
    readings += course.length
    looked += group.length
    alarms.push(...runOver(rule, group, course, to))
  }
  alarms.sort((a, b) => a.at - b.at)
  const found = { alarms: alarms.slice(-MOST_TRIED), count: alarms.length }
  return { ...found, devices: looked, readings, left: devices.length - looked }
}

type Point = { device: Device; at: number } & ({ metric: string; value: number } | { event: string })

async function pointsOf(storage: Storage, device: Device, metric: string, from: number, to: number): Promise<Point[]> {
  const points: Point[] = []
  for (let next = from; ; ) {
    const page = await storage.readings(device.device, metric, next, to, PAGE)
    for (const [at, value] of page) points.push({ device, metric, at, value })
    const last = page.at(-1)
    if (page.length < PAGE || !last) return points
    next = last[0] + 1
  }
}

/** What it told of, oldest first. */
async function eventsOf(storage: Storage, stream: string, device: Device, from: number, to: number): Promise<Point[]> {
  const points: Point[] = []
  for (let before: number | undefined; ; ) {
    const page = await storage.eventsAbout(stream, device.device, { before, limit: EVENTS_PAGE })
    for (const { type, at, data } of page)
      if (type === deviceReported.type && at >= from && at <= to)
        points.push({ device, at, event: (data as { happening: string }).happening })
    const last = page.at(-1)
    if (page.length < EVENTS_PAGE || !last || last.at < from) return points.reverse()
    before = last.seq
  }
}

function groups(rule: Rule, devices: readonly Device[]): Device[][] {
  const { when } = rule
  if (when.is !== 'together') return devices.map((device) => [device])
  const byPlace = new Map<string, Device[]>()
  for (const device of devices) {
    const place = placeUpTo(device.place, when.at)
    if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), device])
  }
  return [...byPlace.values()]
}

/** The clock of the past is the one that the readings carry. Who has not spoken at all is not known to have been there. */
function runOver(rule: Rule, devices: readonly Device[], course: readonly Point[], to: number): Tried[] {
  const engine = new RulesEngine({ rules: () => [rule], isOn: () => false, isOnAt: () => false })
  const alarms: Tried[] = []
  const open = new Map<string, Tried>()
  const take = ({ device, group, level, at, value, limit }: Finding) => {
    const subject = group ?? device
    const is = open.get(subject)
    if (level === 'on' && !is) {
      const place = group ?? devices.find((one) => one.device === device)?.place ?? ''
      const tried: Tried = { device, place, at, value, limit }
      open.set(subject, tried)
      alarms.push(tried)
    } else if (level === 'off' && is) {
      is.until = at
      open.delete(subject)
    }
  }
  for (const point of course) {
    const { device, at } = point
    for (const finding of engine.tick(at, at)) take(finding)
    const found =
      'event' in point
        ? engine.happened(device, point.event, at, at)
        : engine.read(device, at, at, { [point.metric]: point.value })
    for (const finding of found) take(finding)
  }
  for (const finding of engine.tick(to, to)) take(finding)
  return alarms
}
