import type { DeviceKind } from '#models/kind.ts'
import type { Fix } from '#models/tracks/fixes.ts'
import { holds, type Role } from '#shared/contract/roles.ts'
import { exportTracks, readTracks, searchTracks, type TrackPoint } from '#shared/contract/tracks.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import type { Site } from '#tiles/cim/site.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'
import type { Way } from '../../log/tracks.ts'
import { fits, type Known, moverNamed, moverOf, moversOf, walkerOf } from './movers.ts'
import { areaOf, sightOf } from './where.ts'

interface Deps {
  log: EventLog
  storage: Storage
  kinds: Registry<DeviceKind>
  site: Site
  root: string
}

const MOST_TIMES = 100
const MOST_MEETINGS = 500

/** Who was where: for whoever may look, within their area of duty, with the names of people masked until they ask for more. */
export function trackCalls({ log, storage, kinds, site, root }: Deps): Served[] {
  const mayBeWhole = (whole: boolean, role: Role, call: string) => {
    if (whole && !holds(role, 'people.unmask'))
      refuse('access.denied', { call, needs: 'people.unmask' }, 'not permitted to see names')
  }
  const known = (id: string, duty: string): Known =>
    moverNamed(log.told, kinds, duty, id) ?? refuse('device.unknown', { device: id }, 'no such device that moves')

  return [
    answer(searchTracks, async ({ text, sorts, area, from, to, whole, most }, { role, duty }) => {
      mayBeWhole(whole, role, searchTracks.name)
      if (area && 'place' in area && !isWithin(area.place, duty))
        refuse('access.denied', { place: area.place }, 'outside of the own area of duty')
      const where = area && areaOf(site, area)
      if (where?.length === 0) unknownPlace()
      const words = text.toLowerCase().split(/\s+/).filter(Boolean)
      const wanted = new Map(
        [...moversOf(log.told, kinds, duty)].flatMap((one) => {
          const shown = moverOf(one, whole)
          const isWanted = (!sorts || shown.sorts.some((sort) => sorts.includes(sort))) && fits(one, shown, words)
          return isWanted ? [[one.device.device, { one, shown }]] : []
        }),
      )
      const walkers = [...wanted.values()].map(({ one }) => walkerOf(one))
      const sees = sightOf(site, duty, root)
      const { found, missing } = await storage.tracks.presence({
        walkers,
        from,
        to,
        sees,
        area: where,
        mostTimes: MOST_TIMES,
      })
      const movers = found.flatMap(({ device, times }) => {
        const shown = wanted.get(device)?.shown
        return shown ? [{ ...shown, times: times.slice(0, MOST_TIMES), moreTimes: times.length > MOST_TIMES }] : []
      })
      return { found: movers.slice(0, most), more: movers.length > most, missing }
    }),
    answer(readTracks, async ({ devices, from, to, most, within, atLeast, whole }, { role, duty }) => {
      mayBeWhole(whole, role, readTracks.name)
      const movers = devices.map((id) => known(id, duty))
      const points = pointsOfRounds(log, kinds, duty)
      const { ways, meetings, missing } = await storage.tracks.ways({
        walkers: movers.map(walkerOf),
        from,
        to,
        sees: sightOf(site, duty, root),
        most,
        meet: { within, atLeast: atLeast * 1000 },
        spots: points.map(({ device, position: { lon, lat } }) => ({ id: device, lon, lat })),
        // What flies over a point has not been there.
        patrols: movers
          .filter(({ kind }) => kind.moves?.patrols && !kind.moves.flies)
          .map(({ device }) => device.device),
      })
      const names = new Map(points.map(({ device, name }) => [device, name]))
      return {
        tracks: movers.map((one, i) => ({ ...moverOf(one, whole), ...told(ways[i] as Way, names) })),
        meetings: meetings.slice(0, MOST_MEETINGS),
        moreMeetings: meetings.length > MOST_MEETINGS,
        missing,
      }
    }),
    answer(exportTracks, ({ devices, whole }, { role, duty }) => {
      mayBeWhole(whole, role, exportTracks.name)
      for (const device of devices) known(device, duty)
      return {}
    }),
  ]
}

function told({ runs, breaks, wild, pace, passes, fixes, metres }: Way, names: ReadonlyMap<string, string>) {
  return {
    runs: runs.map((run) => run.map(pointOf)),
    breaks,
    wild: wild.slice(0, MOST_TIMES).map(pointOf),
    pace,
    visits: passes.map(({ id, at }) => ({ device: id, name: names.get(id) ?? id, at: Math.round(at) })),
    fixes,
    metres: Math.round(metres),
  }
}

function pointOf({ at, lon, lat, height }: Fix): TrackPoint {
  return [at, lon, lat, height]
}

function pointsOfRounds(log: EventLog, kinds: Registry<DeviceKind>, duty: string) {
  return [...log.told.devices.values()].filter(
    ({ kind, place }) => kinds.get(kind)?.onRounds === true && isWithin(place, duty),
  )
}

function unknownPlace(): never {
  const issues = [{ path: 'area.place', problem: 'nobody has drawn where this place lies' }]
  return refuse('input.invalid', { call: searchTracks.name, issues }, 'area.place: nobody has drawn where it lies')
}
