import type { Gate } from '../cim/ground.ts'
import { at, lonLat, type Spot } from './frame.ts'
import type { NetLine } from './net.ts'

/** The net of streets: lines of longitude and latitude, each with its width. */
export const NORTH_SOUTH = [
  { east: -500, name: '锦绣西路', width: 26, class: 'arterial' },
  { east: -250, name: '锦和路', width: 10, class: 'local' },
  { east: 0, name: '云锦路', width: 16, class: 'collector' },
  { east: 250, name: '学府路', width: 10, class: 'local' },
  { east: 500, name: '锦绣东路', width: 26, class: 'arterial' },
] as const
export const WEST_EAST = [
  { north: -500, name: '滨河南路', width: 26, class: 'arterial' },
  { north: -230, name: '新村路', width: 10, class: 'local' },
  { north: 40, name: '锦绣路', width: 16, class: 'collector' },
  { north: 280, name: '公园北路', width: 10, class: 'local' },
  { north: 500, name: '山南路', width: 26, class: 'arterial' },
] as const

/** What lies beside the carriageway: pavement, lamps, the row of trees. */
export const PAVEMENT = 3.2
const LANES = { arterial: 6, collector: 4, local: 2 } as const

export const streetLines: NetLine[] = [
  ...NORTH_SOUTH.flatMap(({ east, name, width, class: kind }, i): NetLine[] => {
    const line = (part: string, from: number, to: number): NetLine => ({
      id: `ns-${i + 1}${part}`,
      name,
      points: [at(east, from), at(east, to)],
      width,
      lanes: LANES[kind],
      class: kind,
    })
    // The park has no street through it.
    return east === 0 ? [line('a', -500, 40), line('b', 280, 500)] : [line('', -500, 500)]
  }),
  ...WEST_EAST.map(
    ({ north, name, width, class: kind }, i): NetLine => ({
      id: `we-${i + 1}`,
      name,
      points: [at(-500, north), at(500, north)],
      width,
      lanes: LANES[kind],
      class: kind,
    }),
  ),
]

/** Where the community is entered. */
export const mainGates: Gate[] = [
  { id: 'gate-south', name: '南门', at: lonLat(at(0, -478)), heading: 180, width: 18, kind: 'vehicle' },
  { id: 'gate-north', name: '北门', at: lonLat(at(0, 478)), heading: 0, width: 18, kind: 'vehicle' },
  { id: 'gate-west', name: '西门', at: lonLat(at(-478, 40)), heading: 270, width: 18, kind: 'vehicle' },
  { id: 'gate-east', name: '东门', at: lonLat(at(478, 40)), heading: 90, width: 18, kind: 'vehicle' },
  { id: 'gate-fire', name: '消防应急门', at: lonLat(at(478, -230)), heading: 90, width: 12, kind: 'fire' },
]

/** Is this spot on a street? */
export function onStreet({ east, north }: Spot): boolean {
  return (
    NORTH_SOUTH.some(
      (street) =>
        Math.abs(east - street.east) < street.width / 2 + 1.5 && !(street.east === 0 && north > 48 && north < 275),
    ) || WEST_EAST.some((street) => Math.abs(north - street.north) < street.width / 2 + 1.5)
  )
}
