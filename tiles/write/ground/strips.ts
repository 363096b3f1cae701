import { shade } from '../color.ts'
import type { Mesh } from '../mesh.ts'
import type { Point } from '../plan.ts'
import { type Sheet, sheets } from './layers.ts'

/** A band along a line, mitred at its bends. */
export function addStrip(
  mesh: Mesh,
  line: readonly Point[],
  width: number,
  sheet: Sheet,
  lift = 0,
  color?: string,
): void {
  if (line.length < 2) return
  const { y, color: own } = sheets[sheet]
  const tone = shade(color ?? own)
  const corners: [number, number][] = []
  for (const [i, point] of line.entries()) {
    const before = direction(line[Math.max(0, i - 1)] as Point, line[i === 0 ? 1 : i] as Point)
    const last = i === line.length - 1
    const after = direction(line[last ? i - 1 : i] as Point, line[last ? i : i + 1] as Point)
    const [nx, ny] = [-(before[1] + after[1]), before[0] + after[0]]
    const size = Math.hypot(nx, ny) || 1
    // Longer at a bend; at most twice, or a hairpin would shoot out.
    const along = Math.max(0.5, (nx * -after[1] + ny * after[0]) / size)
    const reach = width / 2 / along
    const [ox, oy] = [(nx / size) * reach, (ny / size) * reach]
    const right = mesh.vertex(point[0] - ox, y + lift, -(point[1] - oy), 0, 1, 0, tone)
    const left = mesh.vertex(point[0] + ox, y + lift, -(point[1] + oy), 0, 1, 0, tone)
    corners.push([right, left])
  }
  for (let i = 1; i < corners.length; i++) {
    const [r0, l0] = corners[i - 1] as [number, number]
    const [r1, l1] = corners[i] as [number, number]
    mesh.quad(r0, r1, l1, l0)
  }
}

/** Where strips meet: a round of the same width closes the corner. */
export function addDisc(
  mesh: Mesh,
  [east, north]: Point,
  radius: number,
  sheet: Sheet,
  lift = 0,
  color?: string,
): void {
  const { y, color: own } = sheets[sheet]
  const tone = shade(color ?? own)
  const center = mesh.vertex(east, y + lift, -north, 0, 1, 0, tone)
  const SIDES = 20
  let before = mesh.vertex(east + radius, y + lift, -north, 0, 1, 0, tone)
  for (let i = 1; i <= SIDES; i++) {
    const turn = (i / SIDES) * 2 * Math.PI
    const next = mesh.vertex(
      east + radius * Math.cos(turn),
      y + lift,
      -(north + radius * Math.sin(turn)),
      0,
      1,
      0,
      tone,
    )
    mesh.triangle(center, before, next)
    before = next
  }
}

export function direction(from: Point, to: Point): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  return [dx / length, dy / length]
}

export function lengthOf(line: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += gap(line[i - 1] as Point, line[i] as Point)
  return sum
}

const gap = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1])

/** The piece of a line between two distances from its start. */
export function piece(line: readonly Point[], from: number, to: number): Point[] {
  const found: Point[] = []
  let at = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Point, line[i] as Point]
    const length = gap(a, b)
    if (length === 0) continue
    const point = (distance: number): Point => {
      const t = (distance - at) / length
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
    }
    if (at + length > from && at < to) {
      if (found.length === 0) found.push(point(Math.max(from, at)))
      found.push(point(Math.min(to, at + length)))
    }
    at += length
  }
  return found
}
