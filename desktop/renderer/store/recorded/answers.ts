import { readAlarmHistory } from '#shared/contract/alarms.ts'
import type { Call } from '#shared/contract/call.ts'
import { readDeviceHistory, readSeries } from '#shared/contract/devices.ts'
import { readTimeline } from '#shared/contract/history.ts'
import { listLayouts, saveLayout } from '#shared/contract/layouts.ts'
import { readInside, readSite, readTiles, type Tiles } from '#shared/contract/place.ts'
import { densityOf } from '#shared/world/happenings.ts'
import { AskError } from '../ask.ts'
import { spansOf } from './recorded-timeline.ts'
import type { Recording } from './recording.ts'
import { Told } from './told.ts'

interface Deps {
  recording: Recording
  /** Asks the center that this screen is signed in at; undefined: at none. */
  live: (<I, O>(call: Call<I, O>, input: I) => Promise<O>) | undefined
}

type Answer = (input: never) => unknown

/** Of another place or another time than what is shown: that may come from the center that one is signed in at. */
const OF_THE_SEAT = /^(session|layout|center|user|notice|order|hand-over|history:(export|key))/

/** What screens ask while a recording is shown. What it does not hold it refuses, and never makes up. */
export function answersOf({ recording, live }: Deps): <I, O>(call: Call<I, O>, input: I) => Promise<O> {
  const { manifest } = recording.bundle
  const told = new Told(recording.source)
  const held = new Map<string, Answer>()
  const on = <I, O>(call: Call<I, O>, answer: (input: I) => O | Promise<O>) => held.set(call.name, answer as Answer)
  on(readTimeline, async ({ from, to, every }) => ({
    begin: manifest.from,
    // Finer than the file counts them, they are counted one by one.
    spans:
      every < recording.timeline.fine.every
        ? densityOf(await told.between(from, to), every)
        : spansOf(recording.timeline, from, to, every),
    gaps: manifest.gaps,
  }))
  on(readSite, () => {
    const { site } = recording
    if (!site) throw new AskError('bundle.altered')
    const { rooms, ...rest } = site
    return { site: rest, rooms }
  })
  on(readTiles, () => tilesOf(recording, live))
  on(readInside, async ({ building }) => ({
    inside: (await recording.inside(building)) as Record<string, unknown> | null,
  }))
  on(readAlarmHistory, async ({ alarm }) => ({ events: await told.ofAlarm(alarm) }))
  on(readDeviceHistory, async ({ device, before = Number.POSITIVE_INFINITY, limit = 50 }) => {
    const events = (await told.ofDevice(device)).filter(({ seq }) => seq < before)
    return { events: events.slice(0, limit) as never, more: events.length > limit }
  })
  on(readSeries, async ({ device, metric, from, to, limit = 1000 }) => {
    const points = await told.series(device, metric, from, to, limit + 1)
    return { points: points.slice(0, limit), more: points.length > limit, missing: [] }
  })
  if (!live) {
    // Nobody is signed in: how the screen is arranged is forgotten with it.
    on(listLayouts, () => ({ layouts: [] }))
    on(saveLayout, () => ({}))
  }
  return async (call, input) => {
    const answer = held.get(call.name)
    if (answer) return answer(input as never) as never
    if (live && (call.kind === 'command' || OF_THE_SEAT.test(call.name))) return live(call, input)
    throw new AskError('bundle.not-held')
  }
}

/** The shapes of the place are not in the file: a center that has the very same gives them. */
async function tilesOf({ bundle: { manifest } }: Recording, live: Deps['live']): Promise<Tiles> {
  const none: Tiles = { building: false, own: null, others: [] }
  if (!live || manifest.tiles.build === null) return none
  const tiles = await live(readTiles, {}).catch(() => none)
  return tiles.own?.base.endsWith(`/tiles/${manifest.tiles.build}/`) ? { ...tiles, building: false } : none
}
