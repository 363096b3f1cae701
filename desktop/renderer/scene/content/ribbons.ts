import type { Line, ShapeSet } from './shapes.ts'

/** Bytes of a corner: two ends (24), which end and side (8), colour (4), width (4), metres along (4). */
export const RIBBON_STRIDE = 44

export interface Ribbons {
  vertices: ArrayBuffer
  count: number
  indices: Uint32Array
}

/** Lines as ribbons of two triangles a piece, ready for the shader; `lift` raises what stands on a storey. */
export function ribbonsOf(
  lines: ShapeSet<Line>,
  wanted: (line: Line) => boolean,
  lift: (place: string | undefined) => number | undefined = () => 0,
): Ribbons {
  const chosen: { line: Line; raised: number }[] = []
  let pieces = 0
  for (const [, { shape }] of lines.entries()) {
    const raised = lift(shape.place)
    if (!wanted(shape) || raised === undefined) continue
    chosen.push({ line: shape, raised })
    pieces += Math.max(0, shape.points.length / 3 - 1)
  }
  const vertices = new ArrayBuffer(pieces * 4 * RIBBON_STRIDE)
  const floats = new Float32Array(vertices)
  const bytes = new Uint8Array(vertices)
  const indices = new Uint32Array(pieces * 6)
  let piece = 0
  for (const { line, raised } of chosen) {
    const { points, color, width, dashed = false } = line
    let metres = 0
    for (let i = 0; i + 5 < points.length; i += 3, piece++) {
      const [ae, an, au, be, bn, bu] = points.subarray(i, i + 6) as unknown as number[] as Six
      const length = Math.hypot(be - ae, bn - an, bu - au)
      for (let k = 0; k < 4; k++) {
        const at = (piece * 4 + k) * RIBBON_STRIDE
        const end = k < 2 ? 0 : 1
        floats.set([ae, an, au + raised, be, bn, bu + raised, end, k % 2 === 0 ? 1 : -1], at / 4)
        bytes.set(color, at + 32)
        floats[at / 4 + 9] = width
        floats[at / 4 + 10] = dashed ? metres + end * length : -1
      }
      indices.set(
        [0, 1, 2, 2, 1, 3].map((k) => piece * 4 + k),
        piece * 6,
      )
      metres += length
    }
  }
  return { vertices, count: pieces * 4, indices }
}

type Six = [number, number, number, number, number, number]
