import type { Building } from '../../cim/buildings.ts'
import { shade } from '../color.ts'
import { type LookName, lookOf, looks, REPEAT } from '../facades/looks.ts'
import type { Meshes } from '../mesh.ts'
import type { Point } from '../plan.ts'
import type { Volume } from './volumes.ts'

export const BODY = 'body'
/** Narrower walls have no windows. */
const NARROW = 1.9
export const PARAPET = 0.95

export interface WallStyle {
  building: Pick<Building, 'facade' | 'use' | 'structure' | 'floorHeight'>
  color: string
  /** Moves the drawing along, so that no two buildings are lit alike. */
  seed: number
  /** The ground floor apart, darker towards the ground, and a parapet. */
  fine: boolean
}

export function addWalls(meshes: Meshes, volume: Volume, style: WallStyle): void {
  for (const ring of [volume.ring, ...volume.holes])
    for (const [i, from] of ring.entries())
      addWall(meshes, volume, from, ring[(i + 1) % ring.length] as Point, i, style)
}

function addWall(meshes: Meshes, volume: Volume, from: Point, to: Point, side: number, style: WallStyle): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy)
  if (length < 0.01) return
  // Outward of an outline that runs counter-clockwise is to its right.
  const normal: Normal = [dy / length, -dx / length]
  const front = normal[1] < -0.6
  const { building, fine, color } = style
  const { bottom, top, fromFloor, toFloor } = volume
  const isGround = fromFloor === 1
  const parapet = fine && volume.roof.kind === 'flat' ? PARAPET : 0
  const low = shade(color, isGround ? 0.6 : 0.86)
  const middle = shade(color, 0.88)
  const high = shade(color, 1.02)
  const put = (look: LookName | undefined, y0: number, y1: number, f0: number, f1: number, c0: Color, c1: Color) => {
    const mesh = meshes.of(look ?? BODY)
    let [u0, u1, v0, v1] = [0, 0, 0, 0]
    if (look) {
      const bays = Math.max(1, Math.round(length / looks[look].bay))
      const shift = (style.seed * 7 + side * 3) % REPEAT
      const rise = (style.seed * 5) % REPEAT
      u0 = shift / REPEAT
      u1 = (shift + bays) / REPEAT
      // The drawing counts downwards, storeys upwards.
      v0 = -(f0 + rise) / REPEAT
      v1 = -(f1 + rise) / REPEAT
    }
    const a = mesh.vertex(from[0], y0, -from[1], normal[0], 0, -normal[1], c0, u0, v0)
    const b = mesh.vertex(to[0], y0, -to[1], normal[0], 0, -normal[1], c0, u1, v0)
    const c = mesh.vertex(to[0], y1, -to[1], normal[0], 0, -normal[1], c1, u1, v1)
    const d = mesh.vertex(from[0], y1, -from[1], normal[0], 0, -normal[1], c1, u0, v1)
    mesh.quad(a, b, c, d)
  }
  const blind = length < NARROW || volume.onRoof
  const look = (ground: boolean) => (blind ? undefined : lookOf(building, front, ground))
  const storeys = toFloor - fromFloor + 1
  if (fine && isGround) {
    const split = bottom + (top - bottom) / storeys
    put(look(true), bottom, split, 0, 1, low, middle)
    if (storeys > 1) put(look(false), split, top, 1, storeys, middle, high)
  } else put(look(isGround && storeys === 1), bottom, top, 0, storeys, isGround ? middle : low, high)
  if (parapet > 0) {
    put(undefined, top, top + parapet, 0, 0, high, high)
    addInnerParapet(meshes, from, to, normal, top, parapet, shade(color, 0.78))
  }
}

function addInnerParapet(
  meshes: Meshes,
  from: Point,
  to: Point,
  [nx, ny]: Normal,
  y: number,
  height: number,
  color: Color,
) {
  const mesh = meshes.of(BODY)
  const a = mesh.vertex(to[0], y, -to[1], -nx, 0, ny, color)
  const b = mesh.vertex(from[0], y, -from[1], -nx, 0, ny, color)
  const c = mesh.vertex(from[0], y + height, -from[1], -nx, 0, ny, color)
  const d = mesh.vertex(to[0], y + height, -to[1], -nx, 0, ny, color)
  mesh.quad(a, b, c, d)
}

type Normal = [east: number, north: number]
type Color = [number, number, number]
