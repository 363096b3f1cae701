import type { Placed } from './buildings.ts'
import { nearestOf } from './claims.ts'
import type { Spot } from './frame.ts'
import { wallAt } from './interiors/walls.ts'
import type { NetLine } from './net.ts'

const FAR = 60
/** A step outside of the door. */
const STEP = 1.2

/** An entrance of a building, and the spot before it. */
export interface Doorstep {
  house: Placed
  door: string
  width: number
  spot: Spot
}

export function doorstepsOf(placed: readonly Placed[]): Doorstep[] {
  return placed.flatMap((house) => {
    const plan = house.drawing.plans.ground
    return (plan?.doors ?? []).flatMap((door): Doorstep[] => {
      if (door.to !== undefined) return []
      const room = plan?.rooms.find(({ id }) => id === door.from)
      const [dx, dy] = wallAt(room?.outline ?? [], door.at)
      const spot = house.stand.spot([door.at[0] + dx * STEP, door.at[1] + dy * STEP])
      return [{ house, door: door.id, width: door.width, spot }]
    })
  })
}

/** From each doorstep the shortest straight way to a lane or street that no wall stands across. */
export function doorstepLines(
  steps: readonly Doorstep[],
  lines: readonly NetLine[],
  placed: readonly Placed[],
): NetLine[] {
  return steps.flatMap(({ house, door, width, spot }): NetLine[] => {
    const ways = lines
      .map(({ points }) => ({ to: nearestOf(points, spot) }))
      .map(({ to }) => ({ to, far: Math.hypot(to.east - spot.east, to.north - spot.north) }))
      .filter(({ far }) => far < FAR)
      .sort((a, b) => a.far - b.far)
      .slice(0, 10)
    const way = ways.find(({ to }) => !placed.some(({ footprint }) => isAcross(footprint, spot, to)))
    if (!way) return []
    const drive = width >= 4
    return [
      {
        id: `${house.building.place.split('/').at(-1)}-${door}`,
        points: [spot, way.to],
        width: drive ? width : 2,
        lanes: drive ? 1 : 0,
        class: drive ? 'lane' : 'path',
      },
    ]
  })
}

/** Does a straight way run through these walls? */
export function isAcross(corners: readonly Spot[], a: Spot, b: Spot): boolean {
  const side = (p: Spot, q: Spot, r: Spot) =>
    Math.sign((q.east - p.east) * (r.north - p.north) - (q.north - p.north) * (r.east - p.east))
  return corners.some((c, i) => {
    const d = corners[(i + 1) % corners.length] as Spot
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  })
}
