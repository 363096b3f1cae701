import { shade } from './color.ts'
import type { Mesh } from './mesh.ts'
import type { Point } from './plan.ts'

/** A block on a level outline of four corners, counter-clockwise from above. Its sides are darker the lower they are. */
export function addBlock(
  mesh: Mesh,
  ring: readonly Point[],
  bottom: number,
  top: number,
  color: string,
  lidColor?: string,
  /** Sides that nobody sees, by the corner they begin at. */
  hidden: readonly number[] = [],
): void {
  const [low, high] = [shade(color, 0.78), shade(color, 0.95)]
  const lid = lidColor ? shade(lidColor) : shade(color, 1.05)
  for (const [i, from] of ring.entries()) {
    if (hidden.includes(i)) continue
    const to = ring[(i + 1) % ring.length] as Point
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const length = Math.hypot(dx, dy) || 1
    const [nx, nz] = [dy / length, dx / length]
    const a = mesh.vertex(from[0], bottom, -from[1], nx, 0, nz, low)
    const b = mesh.vertex(to[0], bottom, -to[1], nx, 0, nz, low)
    const c = mesh.vertex(to[0], top, -to[1], nx, 0, nz, high)
    const d = mesh.vertex(from[0], top, -from[1], nx, 0, nz, high)
    mesh.quad(a, b, c, d)
  }
  const corners = ring.map(([east, north]) => mesh.vertex(east, top, -north, 0, 1, 0, lid))
  for (let i = 2; i < corners.length; i++)
    mesh.triangle(corners[0] as number, corners[i - 1] as number, corners[i] as number)
}

/** A rectangle from one corner along a direction and to its left. */
export function rectangleAt([east, north]: Point, [dx, dy]: Point, along: number, across: number): Point[] {
  return [
    [east, north],
    [east + dx * along, north + dy * along],
    [east + dx * along - dy * across, north + dy * along + dx * across],
    [east - dy * across, north + dx * across],
  ]
}
