import { deviceKinds } from '#models/devices/index.ts'
import { isBeidouPrefix } from '#shared/place/beidou.ts'
import { splitBeidou } from '#shared/place/beidou-height.ts'
import { isPosition } from '#shared/place/position.ts'
import { findByCode, objectsOf } from '#tiles/cim/objects.ts'
import type { Language } from '../../i18n/language.ts'
import type { Texts } from '../../i18n/zh.ts'
import { describeAlarm } from '../describe.ts'
import { placeName } from '../place-name.ts'
import type { KnownSite } from '../site.ts'
import type { WorldStore } from '../world-store.ts'
import type { Entry } from './find.ts'

/** Letter, two digits, letter: `N50F`. */
const LEAST_CODE = 4
/** The grid has its own cells around the poles. */
const MOST_LATITUDE = 88

export function alarmsIn(site: KnownSite | undefined, world: WorldStore, t: Texts, language: Language): Entry[] {
  return [...world.world.alarms.values()].map((alarm) => {
    const device = world.get('devices', alarm.device)
    return {
      kind: 'alarm',
      id: alarm.alarm,
      name: describeAlarm(alarm, device?.kind, language).title,
      beside: placeName(site, alarm.place, t),
      known: [alarm.device, device?.name ?? '', t.grade[alarm.grade], t.gradeWord[alarm.grade]],
    }
  })
}

export function placesOf(site: KnownSite | undefined): Entry[] {
  if (!site) return []
  const gridNames = new Map(site.grids.map(({ place, name }) => [place, name]))
  const gridOf = (place: string) => gridNames.get(place.slice(0, place.lastIndexOf('/'))) ?? ''
  const grids = site.grids.map(({ place, name, inCharge }): Entry => {
    return { kind: 'grid', id: place, name, beside: inCharge[0]?.name ?? '', known: [place] }
  })
  const buildings = site.buildings.map(({ place, name, number, address }): Entry => {
    const { street = '', door = '' } = address ?? {}
    return {
      kind: 'building',
      id: place,
      name,
      beside: gridOf(place),
      known: [`${street}${door}`, number ?? '', place],
    }
  })
  return [...grids, ...buildings]
}

export function devicesIn(site: KnownSite | undefined, world: WorldStore, t: Texts, language: Language): Entry[] {
  return [...world.world.devices.values()].map(({ device, kind, name, plate = '', place }) => ({
    kind: 'device',
    id: device,
    name,
    beside: placeName(site, place, t),
    known: [device, plate, deviceKinds.get(kind)?.name[language] ?? kind],
  }))
}

/** The code in the plane of what may be a Beidou grid code, whole or begun, with or without its height. */
export function codeIn(typed: string): string | undefined {
  const text = typed.toUpperCase()
  // Houses and gates are called S1 and N2: from here on it is no name any more.
  if (isBeidouPrefix(text)) return text.length < LEAST_CODE ? undefined : text
  if (!/^[NS][0-9A-Z]{9,}$/.test(text)) return undefined
  try {
    const { code } = splitBeidou(text)
    return isBeidouPrefix(code) ? code : undefined
  } catch {
    return undefined
  }
}

/** What lies in the cells that begin with a code. */
export function entriesInCell(site: KnownSite, world: WorldStore, code: string): Entry[] {
  // Where nobody knows where it is, or at a pole, there is no cell.
  const located = [...world.world.devices.values()].filter(
    ({ position }) => isPosition(position) && Math.abs(position.lat) < MOST_LATITUDE,
  )
  const alone = { ...site, trees: [], gates: [], facilities: [], roads: { nodes: [], edges: [], closures: [] } }
  const all = objectsOf(alone, undefined, located)
  return findByCode(all, code).flatMap(({ kind, id, name, code: own }): Entry[] =>
    kind === 'building' || kind === 'device' || kind === 'grid' ? [{ kind, id, name, beside: own, known: [] }] : [],
  )
}
