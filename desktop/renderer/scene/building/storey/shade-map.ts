import { CanvasTexture, DataTexture, LinearMipmapLinearFilter, Matrix3, type Texture } from 'three'
import type { Enu } from '#shared/place/geodesy.ts'
import type { Outline, Xy } from '#tiles/cim/geometry.ts'
import type { Plan } from '#tiles/cim/interior.ts'

const PIXELS_PER_METRE = 14
const LARGEST = 1024
/** Metres around the plan, so that its edge shades as well. */
const MARGIN = 1
/** How far a wall shades the floor before it, in strokes one over the other, and how much each. */
const STROKES = Array.from({ length: 18 }, (_, i) => 3.2 * (1 - i / 18) ** 1.6 + 0.2)
const STROKE = 0.032

export interface ShadeMap {
  texture: Texture
  /** From metres east and north of `middle` to the picture. */
  matrix: Matrix3
}

/** The soft dark along the foot of walls, drawn once for all storeys that share a plan. */
export function shadeMap(plan: Plan, placed: (xy: Readonly<Xy>) => Enu, middle: Enu): ShadeMap {
  const points = plan.rooms.flatMap(({ outline }) => outline)
  const [left, bottom] = [Math.min(...points.map(([x]) => x)) - MARGIN, Math.min(...points.map(([, y]) => y)) - MARGIN]
  const wide = Math.max(...points.map(([x]) => x)) + MARGIN - left
  const deep = Math.max(...points.map(([, y]) => y)) + MARGIN - bottom
  const scale = Math.min(PIXELS_PER_METRE, LARGEST / Math.max(wide, deep))
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(wide * scale)
  canvas.height = Math.ceil(deep * scale)
  draw(canvas, plan, ([x, y]) => [(x - left) * scale, canvas.height - (y - bottom) * scale], scale)
  const texture = new CanvasTexture(canvas)
  texture.minFilter = LinearMipmapLinearFilter
  texture.anisotropy = 4
  return { texture, matrix: matrixOf([left, bottom], [canvas.width / scale, canvas.height / scale], placed, middle) }
}

function draw(canvas: HTMLCanvasElement, { rooms }: Plan, at: (xy: Xy) => Xy, scale: number): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.lineJoin = 'round'
  pen.strokeStyle = `rgba(0,0,0,${STROKE})`
  const walls = rooms.flatMap(({ outline, cells }): Outline[] => [
    outline,
    ...cells.filter(({ use, door }) => use !== 'bay' && door).map((cell) => cell.outline),
  ])
  for (const width of STROKES) {
    pen.lineWidth = width * scale
    // One path: where strokes cross they shade no more than one does.
    pen.beginPath()
    for (const outline of walls) {
      for (const [i, xy] of outline.entries()) pen[i === 0 ? 'moveTo' : 'lineTo'](...at(xy))
      pen.closePath()
    }
    pen.stroke()
  }
}

/** The way back from where the corners of the plan lie. */
function matrixOf([x, y]: Xy, [wide, deep]: Xy, placed: (xy: Xy) => Enu, middle: Enu): Matrix3 {
  const [o, a, b] = [placed([x, y]), placed([x + wide, y]), placed([x, y + deep])]
  // biome-ignore format: a matrix reads as a matrix
  return new Matrix3().set(
    a.east - o.east, b.east - o.east, o.east - middle.east,
    a.north - o.north, b.north - o.north, o.north - middle.north,
    0, 0, 1,
  ).invert()
}

/** Where no plan is known: nothing is shaded. */
export function noShade(): ShadeMap {
  const texture = new DataTexture(new Uint8Array([255, 255, 255, 255]), 1, 1)
  texture.needsUpdate = true
  return { texture, matrix: new Matrix3() }
}
