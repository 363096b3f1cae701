import { BufferGeometry, Float32BufferAttribute, ShapeUtils, Vector2 } from 'three'
import type { Point } from '#shared/place/ring.ts'

/** Coloured triangles, growing: plates and walls in metres east, up and south. */
export class Shapes {
  private readonly positions: number[] = []
  private readonly normals: number[] = []
  private readonly colors: number[] = []
  private readonly indices: number[] = []

  get corners(): number {
    return this.indices.length
  }

  get vertices(): number {
    return this.positions.length / 3
  }

  /** A level plate; the outline in metres east and north. */
  plate(outline: readonly Point[], holes: readonly (readonly Point[])[], up: number, color: readonly number[]): void {
    const vectors = (ring: readonly Point[]) => ring.map(([x, y]) => new Vector2(x, y))
    const [contour, gaps] = [vectors(outline), holes.map(vectors)]
    const first = this.vertices
    const triangles = ShapeUtils.triangulateShape(contour, gaps)
    for (const { x, y } of [...contour, ...gaps.flat()]) this.corner([x, up, -y], [0, 1, 0], color)
    // They come out facing up, whichever way the outline runs.
    for (const triangle of triangles) this.indices.push(...triangle.map((at) => first + at))
  }

  /** What stands along a ring that runs counter-clockwise. */
  fence(ring: readonly Point[], [low, high]: [number, number], color: readonly number[]): void {
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length] as Point
      const length = Math.hypot(bx - ax, by - ay) || 1
      const normal = [(by - ay) / length, 0, (bx - ax) / length]
      const first = this.vertices
      this.corner([ax, low, -ay], normal, color)
      this.corner([bx, low, -by], normal, color)
      this.corner([bx, high, -by], normal, color)
      this.corner([ax, high, -ay], normal, color)
      this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
    }
  }

  done(): BufferGeometry {
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new Float32BufferAttribute(this.positions, 3))
    geometry.setAttribute('normal', new Float32BufferAttribute(this.normals, 3))
    geometry.setAttribute('color', new Float32BufferAttribute(this.colors, 3))
    geometry.setIndex(this.indices)
    return geometry
  }

  private corner(at: readonly number[], normal: readonly number[], color: readonly number[]): void {
    this.positions.push(...at)
    this.normals.push(...normal)
    this.colors.push(...color)
  }
}
