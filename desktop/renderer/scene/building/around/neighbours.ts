import { type IUniform, Mesh, MeshBasicMaterial, type ShaderMaterial, type Vector2 } from 'three'
import type { Point } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { LightUniforms } from '../lights.ts'
import { matte } from '../matte.ts'
import { NEIGHBOUR } from '../storey/palette.ts'
import { Shapes } from './flat.ts'
import type { Planner } from './plan.ts'

const REACH = 170
/** Metres of height over which a block thins out: what stands before the opened building must not hide it. */
const [SOLID, THIN] = [4, 40]
const [LEAST, MOST] = [0.22, 0.86]

export interface Neighbours {
  mesh: Mesh
  /** Drawn before it: of each house the nearest wall alone is seen. */
  hull: Mesh
  /** Whose triangle it is. */
  placeOf(face: number): string | undefined
}

/** The houses around, in one shape: they are there, and not what matters. */
export function neighbours(
  buildings: readonly Building[],
  { ring }: Planner,
  middle: Vector2,
  light: LightUniforms,
  strength: IUniform<number>,
): Neighbours {
  const shapes = new Shapes()
  const ends: { until: number; place: string }[] = []
  for (const building of buildings) {
    const outline = ring(building.footprint)
    const far = Math.min(...outline.map(([x, y]) => Math.hypot(x - middle.x, y - middle.y)))
    if (far > REACH) continue
    const bottom = building.position?.height ?? 0
    const top = bottom + (building.height ?? building.floors * building.floorHeight)
    const holes = building.holes.map((hole) => ring(hole).toReversed() as Point[])
    const color = NEIGHBOUR.toArray()
    for (const one of [outline, ...holes]) shapes.fence(one, [bottom, top], color)
    shapes.plate(outline, holes, top, color)
    ends.push({ until: shapes.corners / 3, place: building.place })
  }
  const mesh = new Mesh(shapes.done(), material(light, strength))
  mesh.renderOrder = 5
  const hull = new Mesh(mesh.geometry, new MeshBasicMaterial({ transparent: true, colorWrite: false }))
  hull.renderOrder = 4
  return { mesh, hull, placeOf: (face) => ends.find(({ until }) => face < until)?.place }
}

function material(light: LightUniforms, strength: IUniform<number>): ShaderMaterial {
  return matte({
    light,
    uniforms: { u_strength: strength },
    head: 'uniform float u_strength;\n',
    fragment: `alpha = u_strength * mix(${MOST}, ${LEAST}, smoothstep(${SOLID.toFixed(1)}, ${THIN.toFixed(1)}, v_high));`,
    look: { transparent: true },
  })
}
