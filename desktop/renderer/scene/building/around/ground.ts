import {
  AddEquation,
  type BufferGeometry,
  Color,
  CustomBlending,
  type IUniform,
  Mesh,
  OneFactor,
  type ShaderMaterial,
  type Vector2,
  ZeroFactor,
} from 'three'
import type { Point } from '#shared/place/ring.ts'
import type { Ground } from '#tiles/cim/ground.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { LightUniforms } from '../lights.ts'
import { matte } from '../matte.ts'
import { Shapes } from './flat.ts'
import type { Planner } from './plan.ts'

/** Tones hardly apart: enough to know where the street is. */
const TONES: Partial<Record<Ground['kind'], string>> = {
  grass: '#2b322f',
  water: '#24323e',
  road: '#363c43',
  plaza: '#343a41',
  path: '#393f46',
  sport: '#3a3836',
  playground: '#3a3836',
  parking: '#353b42',
}
const PLAIN = '#2b3137'
const ROAD = '#383e45'
/** Metres within which the ground is drawn; it is gone at its rim. */
export const REACH = 260

/** The ground around: drawn first, and never in the way of what is under it. */
export function groundMesh(
  site: Site,
  { ring, point }: Planner,
  middle: Vector2,
  light: LightUniforms,
  strength: IUniform<number>,
): Mesh<BufferGeometry, ShaderMaterial> {
  const shapes = new Shapes()
  const near = (points: readonly Point[]) => points.some(([x, y]) => Math.hypot(x - middle.x, y - middle.y) < REACH * 2)
  const disc = Array.from({ length: 48 }, (_, i): Point => {
    const turn = (i / 48) * 2 * Math.PI
    return [middle.x + Math.cos(turn) * REACH, middle.y + Math.sin(turn) * REACH]
  })
  shapes.plate(disc, [], 0, tone(PLAIN))
  for (const ground of site.grounds) {
    const color = TONES[ground.kind]
    const outline = ring(ground.ring)
    if (color && near(outline)) shapes.plate(outline, [], 0, tone(color))
  }
  const ends = new Map(site.roads.nodes.map(({ id, at }) => [id, at]))
  for (const { from, to, via = [], width } of site.roads.edges) {
    const line = [ends.get(from), ...via, ends.get(to)].filter((at) => at !== undefined).map(point)
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Point, line[i] as Point]
      if (near([a, b])) shapes.plate(strip(a, b, width), [], 0, tone(ROAD))
    }
  }
  const mesh = new Mesh(shapes.done(), material(middle, light, strength))
  mesh.renderOrder = -10
  mesh.receiveShadow = true
  mesh.frustumCulled = false
  return mesh
}

function strip([ax, ay]: Point, [bx, by]: Point, width: number): Point[] {
  const length = Math.hypot(bx - ax, by - ay) || 1
  const half = width / 2
  const [x, y] = [(-(by - ay) / length) * half, ((bx - ax) / length) * half]
  // A little longer at its ends, so that corners close.
  const [ex, ey] = [((bx - ax) / length) * half * 0.5, ((by - ay) / length) * half * 0.5]
  return [
    [ax - x - ex, ay - y - ey],
    [bx - x + ex, by - y + ey],
    [bx + x + ex, by + y + ey],
    [ax + x - ex, ay + y - ey],
  ]
}

const tone = (hex: string) => new Color(hex).toArray()

function material(middle: Vector2, light: LightUniforms, strength: IUniform<number>): ShaderMaterial {
  return matte({
    light,
    uniforms: { u_middle: { value: middle }, u_strength: strength },
    head: 'varying vec2 v_at;\nuniform vec2 u_middle;\nuniform float u_strength;\n',
    vertex: 'v_at = vec2(position.x, -position.z);',
    fragment: `
  float share = 1.0 - smoothstep(0.3, 1.0, distance(v_at, u_middle) / ${REACH.toFixed(1)});
  alpha = share * share * u_strength;
`,
    look: {
      depthWrite: false,
      depthTest: false,
      premultipliedAlpha: true,
      // Not "transparent", or it would be drawn after the building.
      blending: CustomBlending,
      blendEquation: AddEquation,
      blendSrc: OneFactor,
      // What lies upon something replaces it, so that nothing shows twice where the ground is faint.
      blendDst: ZeroFactor,
    },
  })
}
