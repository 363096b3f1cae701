import { at, type Spot } from './frame.ts'

const REACH = 540
const WIDE = 2 * REACH

/** What of the ground is taken, metre by metre: trees, lamps and benches stand on the rest. */
export class Claims {
  private readonly taken = new Uint8Array(WIDE * WIDE)

  /** Row by row, between where the outline is crossed. */
  ring(corners: readonly Spot[], margin = 0): this {
    const norths = corners.map(({ north }) => north)
    for (let y = Math.floor(Math.min(...norths)); y <= Math.max(...norths); y++) {
      const crossed: number[] = []
      for (const [i, a] of corners.entries()) {
        const b = corners[(i + 1) % corners.length] as Spot
        if (a.north > y + 0.5 === b.north > y + 0.5) continue
        crossed.push(a.east + ((y + 0.5 - a.north) / (b.north - a.north)) * (b.east - a.east))
      }
      crossed.sort((one, other) => one - other)
      for (let i = 0; i + 1 < crossed.length; i += 2)
        for (let x = Math.round(crossed[i] as number); x < Math.round(crossed[i + 1] as number); x++) this.take(x, y)
    }
    return this.line([...corners, corners[0] as Spot], margin)
  }

  /** Everything that is nearer to a line than this. */
  line(points: readonly Spot[], reach: number): this {
    if (reach <= 0) return this
    for (let i = 0; i + 1 < points.length; i++) {
      const [a, b] = [points[i] as Spot, points[i + 1] as Spot]
      const [west, east] = [Math.min(a.east, b.east) - reach, Math.max(a.east, b.east) + reach]
      const [south, north] = [Math.min(a.north, b.north) - reach, Math.max(a.north, b.north) + reach]
      for (let x = Math.floor(west); x <= east; x++)
        for (let y = Math.floor(south); y <= north; y++)
          if (distanceTo(a, b, at(x + 0.5, y + 0.5)) <= reach + 0.3) this.take(x, y)
    }
    return this
  }

  spot({ east, north }: Spot, reach: number): this {
    return this.line([at(east, north), at(east + 0.01, north)], reach)
  }

  isFree({ east, north }: Spot): boolean {
    const slot = this.slot(Math.floor(east), Math.floor(north))
    return slot !== undefined && this.taken[slot] === 0
  }

  private take(x: number, y: number): void {
    const slot = this.slot(x, y)
    if (slot !== undefined) this.taken[slot] = 1
  }

  private slot(x: number, y: number): number | undefined {
    if (x < -REACH || x >= REACH || y < -REACH || y >= REACH) return undefined
    return (y + REACH) * WIDE + x + REACH
  }
}

export function distanceTo(a: Spot, b: Spot, spot: Spot): number {
  const { east, north } = nearestOn(a, b, spot)
  return Math.hypot(spot.east - east, spot.north - north)
}

export function nearestOn(a: Spot, b: Spot, { east, north }: Spot): Spot {
  const [dx, dy] = [b.east - a.east, b.north - a.north]
  const along = ((east - a.east) * dx + (north - a.north) * dy) / (dx * dx + dy * dy || 1)
  const share = Math.max(0, Math.min(1, along))
  return at(a.east + share * dx, a.north + share * dy)
}

export function nearestOf(line: readonly Spot[], spot: Spot): Spot {
  let best: Spot = line[0] as Spot
  let near = Number.POSITIVE_INFINITY
  for (let i = 0; i + 1 < line.length; i++) {
    const found = nearestOn(line[i] as Spot, line[i + 1] as Spot, spot)
    const far = Math.hypot(found.east - spot.east, found.north - spot.north)
    if (far < near) [best, near] = [found, far]
  }
  return best
}
