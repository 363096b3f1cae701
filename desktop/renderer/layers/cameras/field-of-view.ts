import { type Enu, radians } from '#shared/place/geodesy.ts'
import type { View } from '#shared/world/view.ts'
import type { Line, Mesh, Rgba } from '../../scene/content/shapes.ts'

const STEP_DEGREES = 6
const QUIET: Rgba = [143, 179, 209, 46]
const CHOSEN: Rgba = [186, 214, 238, 92]
const GONE = 0.06

/** A fan from the lens as far as it sees: strongest at the lens, fading with distance as the picture does. */
export function fieldOfView(
  foot: Enu,
  { heading, tilt, angle, range, lens }: View,
  chosen: boolean,
): { mesh: Mesh; edge: Line } {
  const at = { ...foot, up: foot.up + lens }
  const steps = Math.max(2, Math.ceil(angle / STEP_DEGREES))
  const corners = [at.east, at.north, at.up]
  const [r, g, b, a] = chosen ? CHOSEN : QUIET
  const colors: number[] = [r, g, b, a]
  const triangles: number[] = []
  for (let i = 0; i <= steps; i++) {
    const turn = radians(heading - angle / 2 + (angle * i) / steps)
    const flat = Math.cos(radians(tilt)) * range
    // Down to the ground at the most: what lies below is not seen.
    const up = Math.max(foot.up + 0.3, at.up + Math.sin(radians(tilt)) * range)
    corners.push(at.east + Math.sin(turn) * flat, at.north + Math.cos(turn) * flat, up)
    colors.push(r, g, b, Math.round(a * GONE))
    if (i > 0) triangles.push(0, i, i + 1)
  }
  const fan = new Float32Array(corners)
  return {
    mesh: { corners: fan, colors: new Uint8Array(colors), triangles: new Uint32Array(triangles) },
    edge: {
      points: new Float32Array([...corners, ...corners.slice(0, 3)]),
      color: [r, g, b, chosen ? 210 : 90],
      width: chosen ? 1.6 : 1,
    },
  }
}
