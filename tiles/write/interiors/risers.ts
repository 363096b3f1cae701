import type { Xy } from '../../cim/geometry.ts'
import type { Riser, Room } from '../../cim/interior.ts'
import { addBlock } from '../box.ts'
import { slope } from '../buildings/roofs.ts'
import { BODY } from '../buildings/walls.ts'
import { shade } from '../color.ts'
import type { Meshes } from '../mesh.ts'
import type { BuildingFrame } from './frame.ts'

const STEP = '#a9a7a1'

interface Box {
  x: number
  y: number
  width: number
  depth: number
}

/** What goes up from a storey: two flights of stairs and a landing, a cabin, a ramp. `up` is the height of the storey. */
export function addRiser(
  meshes: Meshes,
  riser: Riser,
  room: Room,
  level: number,
  up: number,
  goesUp: boolean,
  frame: BuildingFrame,
): void {
  const box = boxOf(room.outline)
  if (riser.kind === 'elevator') addCabin(meshes, box, level, frame)
  else if (riser.kind === 'ramp') addRamp(meshes, box, level, up, goesUp, frame)
  else if (goesUp) addStairs(meshes, box, level, up, frame)
}

function boxOf(outline: readonly Xy[]): Box {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, depth: Math.max(...ys) - y }
}

/** Up to the landing on one side, back on the other. */
function addStairs(meshes: Meshes, box: Box, level: number, up: number, frame: BuildingFrame): void {
  const alongX = box.width > box.depth
  const [run, across] = alongX ? [box.width, box.depth] : [box.depth, box.width]
  const landing = Math.min(1.4, run * 0.28)
  const start = Math.min(1.4, run * 0.28)
  const flight = run - landing - start
  const wide = across / 2 - 0.08
  if (flight < 0.8 || wide < 0.5) return
  const steps = 9
  const ring = (from: number, to: number, low: number, high: number) =>
    corners(alongX, box, from, to, low, high).map((xy) => frame.at(xy))
  const rise = up / 2 / steps
  const base = level + frame.up
  for (let i = 0; i < steps; i++) {
    const [a, b] = [start + (flight * i) / steps, start + (flight * (i + 1)) / steps]
    const first = base + rise * (i + 1)
    addBlock(meshes.of(BODY), ring(a, b, 0.05, wide), Math.max(base, first - rise * 2), first, STEP)
    const second = base + up / 2 + rise * (i + 1)
    const [c, d] = [start + flight - (flight * (i + 1)) / steps, start + flight - (flight * i) / steps]
    addBlock(meshes.of(BODY), ring(c, d, across - wide, across - 0.05), second - rise * 2, second, STEP)
  }
  addBlock(
    meshes.of(BODY),
    ring(run - landing, run - 0.1, 0.05, across - 0.05),
    base + up / 2 - 0.15,
    base + up / 2,
    STEP,
  )
}

function corners(alongX: boolean, { x, y }: Box, from: number, to: number, low: number, high: number): Xy[] {
  const points: Xy[] = alongX
    ? [
        [x + from, y + low],
        [x + to, y + low],
        [x + to, y + high],
        [x + from, y + high],
      ]
    : [
        [x + low, y + from],
        [x + high, y + from],
        [x + high, y + to],
        [x + low, y + to],
      ]
  return points
}

/** The pit is dark, the rails of the shaft are seen. */
function addCabin(meshes: Meshes, { x, y, width, depth }: Box, level: number, frame: BuildingFrame): void {
  const inset = 0.3
  const ring = corners(true, { x, y, width, depth }, inset, width - inset, inset, depth - inset).map((xy) =>
    frame.at(xy),
  )
  addBlock(meshes.of(BODY), ring, level + frame.up, level + frame.up + 0.06, '#59616a')
}

function addRamp(meshes: Meshes, box: Box, level: number, up: number, goesUp: boolean, frame: BuildingFrame): void {
  if (!goesUp) return
  const alongX = box.width > box.depth
  const ring = corners(
    alongX,
    box,
    0.1,
    (alongX ? box.width : box.depth) - 0.1,
    0.1,
    (alongX ? box.depth : box.width) - 0.1,
  )
  const base = level + frame.up + 0.02
  const at = (i: number, high: number): [number, number, number] => {
    const [east, north] = frame.at(ring[i] as Xy)
    return [east, base + high, -north]
  }
  const [low, high] = [0, up]
  const face = alongX
    ? [at(0, low), at(1, high), at(2, high), at(3, low)]
    : [at(0, low), at(1, low), at(2, high), at(3, high)]
  slope(meshes, face, shade('#7b7e81'))
}
