import type { Enu } from '#shared/place/geodesy.ts'
import { along, type Eye, eyeOf, HALF_ANGLE, type Pose } from './pose.ts'

/** Nothing nearer to the eye than this is seen. */
const NEAR = 0.5

/** Takes places to the screen and back, in CSS pixels. The same arithmetic as both engines', so marks stand where things do. */
export class Lens {
  readonly eye: Eye
  readonly width: number
  readonly height: number
  private readonly focal: number

  constructor(pose: Pose, width: number, height: number) {
    this.eye = eyeOf(pose)
    this.width = Math.max(1, width)
    this.height = Math.max(1, height)
    this.focal = this.height / 2 / Math.tan(HALF_ANGLE)
  }

  /** Writes x, y and the distance ahead into `out`; false when the point is behind the eye. */
  project(east: number, north: number, up: number, out: Float64Array): boolean {
    const { at, ahead, right, up: above } = this.eye
    const [e, n, u] = [east - at.east, north - at.north, up - at.up]
    const far = e * ahead.east + n * ahead.north + u * ahead.up
    if (far < NEAR) return false
    const scale = this.focal / far
    out[0] = this.width / 2 + (e * right.east + n * right.north + u * right.up) * scale
    out[1] = this.height / 2 - (e * above.east + n * above.north + u * above.up) * scale
    out[2] = far
    return true
  }

  /** One point, for those who ask seldom. */
  seen({ east, north, up }: Enu): { x: number; y: number; far: number } | undefined {
    const out = new Float64Array(3)
    if (!this.project(east, north, up, out)) return undefined
    return { x: out[0] as number, y: out[1] as number, far: out[2] as number }
  }

  /** The way that a point of the screen looks. */
  ray(x: number, y: number): Enu {
    const { ahead, right, up } = this.eye
    const [a, b] = [(x - this.width / 2) / this.focal, (this.height / 2 - y) / this.focal]
    const way = along(along(ahead, right, a), up, b)
    const length = Math.hypot(way.east, way.north, way.up)
    return { east: way.east / length, north: way.north / length, up: way.up / length }
  }

  /** Where the ray through a point of the screen meets a level; undefined: above the horizon. */
  onLevel(x: number, y: number, level: number): Enu | undefined {
    const way = this.ray(x, y)
    const fall = (level - this.eye.at.up) / way.up
    return Number.isFinite(fall) && fall > 0 ? along(this.eye.at, way, fall) : undefined
  }

  /** How many metres a pixel spans at a distance. */
  metresPerPixel(far: number): number {
    return far / this.focal
  }
}
