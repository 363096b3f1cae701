import type { Placed } from './buildings.ts'
import { type Court, courts } from './courts.ts'
import { at, blobSpots, type Spot } from './frame.ts'
import type { NetLine } from './net.ts'
import { gardenOf, gardensIn, northOf, type Row, rowsOf } from './rows.ts'

/** Lanes along every row, a spine across them, and ways out; between the rows a path through the gardens. */
export function courtLines(placed: readonly Placed[]): NetLine[] {
  return courts.flatMap((court) => {
    const rows = rowsOf(court, placed)
    const lane = (id: string, points: Spot[], width = 4.5): NetLine => ({
      id: `${court.id}-${id}`,
      name: `${court.quarter}内部路`,
      points,
      width,
      lanes: 1,
      class: 'lane',
    })
    const spine = rows.map(({ crossing }) => crossing)
    const [first, last] = [spine[0] as Spot, spine.at(-1) as Spot]
    const lines = rows.map(({ lane: points }, i) => lane(`row-${i + 1}`, points))
    for (const exit of court.exits) {
      if ('row' in exit) {
        const ends = rows[exit.row]?.lane ?? []
        const end = (exit.to < (ends[0] as Spot).east ? ends[0] : ends.at(-1)) as Spot
        lines.push(lane(`out-${exit.row + 1}`, [end, at(exit.to, end.north)], 5.5))
      } else if (exit.spine === 'south') spine.unshift(at(first.east, exit.to))
      else spine.push(at(last.east, exit.to))
    }
    lines.push(lane('spine', spine, 5.5))
    return [...lines, ...gardenPaths(court, rows), ...(court.kind === 'hedge' ? roundWalks(court, rows) : [])]
  })
}

/** Halfway to the next row, where there is room for a garden. */
function gardenPaths(court: Court, rows: readonly Row[]): NetLine[] {
  return rows.slice(0, -1).map(({ houses }, i) => {
    const next = rows[i + 1] as Row
    const off = gardenOf(houses, next)
    const points = houses.flatMap((house) => [northOf(house, 'west', 2, off), northOf(house, 'east', 2, off)])
    return {
      id: `${court.id}-garden-${i + 1}`,
      name: `${court.quarter}花园步道`,
      points,
      width: 2.2,
      lanes: 0,
      class: 'path',
    }
  })
}

/** Between towers there is room to walk in a ring, on either side of the spine. */
function roundWalks(court: Court, rows: readonly Row[]): NetLine[] {
  return gardensIn(rows).map((garden, i) => {
    const ring = blobSpots(garden, 30, 15, 0.06, 28)
    return {
      id: `${court.id}-round-${i + 1}`,
      name: `${court.quarter}健身步道`,
      points: [...ring, ring[0] as Spot],
      width: 2,
      lanes: 0,
      class: 'path',
    }
  })
}
