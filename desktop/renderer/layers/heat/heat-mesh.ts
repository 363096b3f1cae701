import type { Enu } from '#shared/place/geodesy.ts'
import type { Mesh } from '../../scene/content/shapes.ts'
import { toneOf } from './heat-tones.ts'

export interface Source {
  at: Enu
  weight: number
}

const CELLS = 96
/** Metres that a source reaches. */
const SPREAD = 55
const HEIGHT = 1.6
/** Below this nothing is drawn: a calm place has no colour. */
const FAINTEST = 0.06

/** A sum of soft hills as one coloured sheet over the ground; undefined: there is nothing to show. */
export function heatMesh(sources: readonly Source[], reach: number): Mesh | undefined {
  if (sources.length === 0) return undefined
  const step = (2 * reach) / CELLS
  const row = CELLS + 1
  const heat = new Float32Array(row * row)
  const span = Math.ceil((3 * SPREAD) / step)
  for (const { at, weight } of sources) {
    const [cx, cy] = [Math.round((at.east + reach) / step), Math.round((at.north + reach) / step)]
    for (let y = Math.max(0, cy - span); y <= Math.min(CELLS, cy + span); y++)
      for (let x = Math.max(0, cx - span); x <= Math.min(CELLS, cx + span); x++) {
        const [dx, dy] = [x * step - reach - at.east, y * step - reach - at.north]
        const i = y * row + x
        heat[i] = (heat[i] as number) + weight * Math.exp(-(dx * dx + dy * dy) / (2 * SPREAD * SPREAD))
      }
  }
  const corners = new Float32Array(row * row * 3)
  const colors = new Uint8Array(row * row * 4)
  for (let y = 0; y < row; y++)
    for (let x = 0; x < row; x++) {
      const i = y * row + x
      corners.set([x * step - reach, y * step - reach, HEIGHT], 3 * i)
      colors.set(toneOf(shareOf(heat[i] as number)), 4 * i)
    }
  const triangles: number[] = []
  for (let y = 0; y < CELLS; y++)
    for (let x = 0; x < CELLS; x++) {
      const i = y * row + x
      const most = Math.max(heat[i] ?? 0, heat[i + 1] ?? 0, heat[i + row] ?? 0, heat[i + row + 1] ?? 0)
      if (most > FAINTEST) triangles.push(i, i + 1, i + row, i + row, i + 1, i + row + 1)
    }
  return triangles.length === 0 ? undefined : { corners, colors, triangles: new Uint32Array(triangles) }
}

/** Of the most that there can be: where much is already, more of it changes little. */
function shareOf(heat: number): number {
  return 1 - Math.exp(-heat)
}
