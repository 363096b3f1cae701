import type { Point } from '#shared/place/ring.ts'

/** The convex hull, counter-clockwise (Andrew's monotone chain). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (row: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of row) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2) as Point, chain.at(-1) as Point, point)) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

const turnsLeft = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0

/** The hull of any number of points in the memory of a few thousand. */
export class GrowingHull {
  #points: Point[] = []

  add(point: Point): void {
    this.#points.push(point)
    if (this.#points.length > 8192) this.#points = hullOf(this.#points)
  }

  get ring(): Point[] {
    return hullOf(this.#points)
  }
}
