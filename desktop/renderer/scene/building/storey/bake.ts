import { type BufferGeometry, Matrix4 as Matrix, Matrix3, type Matrix4, type Mesh, type Object3D, Vector3 } from 'three'
import { CUT_FACE, floorColor, INNER_WALL, SLAB, WALL } from './palette.ts'
import { PartBuilder, type PartName, type Parts, partNames } from './parts.ts'

/** A row of a storey's table: a room, or last the storey itself. */
export interface Row {
  id: string
  use: string
}

/** A door in the metres of its storey. */
export interface Doorway {
  x: number
  z: number
  width: number
}

const RISERS = new Set(['stairs', 'elevator', 'ramp'])
/** Higher than what lies on a floor, lower than anything that stands there. */
const LYING = 0.05
/** Doors are lower than this, and what is above them begins higher. */
const OVER_DOORS = 1.9

/**
 * A storey as its tile has it, taken apart into what is moved and coloured by itself: floors by what their room is
 * for, walls that sink, what is above doors (it would hide them from above), glass.
 */
export function bake(
  model: Object3D,
  toStorey: Matrix4,
  rows: readonly Row[],
  doorways: readonly Doorway[],
  painted: BufferGeometry | undefined,
): Parts {
  const builders = Object.fromEntries(partNames.map((name) => [name, new PartBuilder()])) as Record<
    PartName,
    PartBuilder
  >
  model.updateMatrixWorld(true)
  model.traverse((object) => {
    const mesh = object as Mesh
    if (mesh.isMesh) bakeMesh(mesh, toStorey, rows, doorways, builders)
  })
  if (painted) builders.base.add(painted, rows.length - 1)
  return collect(builders)
}

function collect(builders: Record<PartName, PartBuilder>): Parts {
  const parts: Parts = {}
  for (const name of partNames) {
    const geometry = builders[name].done()
    if (geometry) parts[name] = geometry
  }
  return parts
}

function bakeMesh(
  mesh: Mesh,
  toStorey: Matrix4,
  rows: readonly Row[],
  doorways: readonly Doorway[],
  builders: Record<PartName, PartBuilder>,
): void {
  const { geometry } = mesh
  const place = new Matrix().multiplyMatrices(toStorey, mesh.matrixWorld)
  const turn = new Matrix3().getNormalMatrix(place)
  const corners = cornersOf(geometry, place, turn)
  const isGlass = 'name' in mesh.material && mesh.material.name === 'glass'
  const index = geometry.index
  const count = index ? index.count : corners.length
  const known: Record<PartName, Int32Array> = Object.fromEntries(
    partNames.map((name) => [name, new Int32Array(corners.length).fill(-1)]),
  ) as Record<PartName, Int32Array>
  for (let i = 0; i < count; i += 3) {
    const abc = [0, 1, 2].map((k) => (index ? index.getX(i + k) : i + k))
    const [a, b, c] = abc.map((at) => corners[at]) as [Corner, Corner, Corner]
    const name = isGlass ? 'glass' : partOf(a, b, c, rows, doorways)
    const placed = abc.map((at) => {
      const corner = corners[at] as Corner
      const before = known[name][at] as number
      if (before >= 0) return before
      const color = colorOf(name, corner, rows)
      const made = builders[name].vertex(corner.at.toArray(), corner.normal.toArray(), color, corner.row)
      known[name][at] = made
      return made
    }) as [number, number, number]
    builders[name].triangle(...placed)
  }
}

interface Corner {
  at: Vector3
  normal: Vector3
  color: readonly [number, number, number]
  row: number
}

function cornersOf(geometry: BufferGeometry, place: Matrix4, turn: Matrix3): Corner[] {
  const { position, normal, color, _feature_id_0: feature } = geometry.attributes
  if (!position || !normal) return []
  return Array.from({ length: position.count }, (_, i) => ({
    at: new Vector3().fromBufferAttribute(position, i).applyMatrix4(place),
    normal: new Vector3().fromBufferAttribute(normal, i).applyMatrix3(turn).normalize(),
    color: color ? [color.getX(i), color.getY(i), color.getZ(i)] : [1, 1, 1],
    row: feature ? feature.getX(i) : 0,
  }))
}

function partOf(a: Corner, b: Corner, c: Corner, rows: readonly Row[], doorways: readonly Doorway[]): PartName {
  const high = Math.max(a.at.y, b.at.y, c.at.y)
  if (high < LYING) return 'base'
  if (RISERS.has(rows[a.row]?.use ?? '') && !isDoor(a)) return 'risers'
  if (Math.min(a.at.y, b.at.y, c.at.y) < OVER_DOORS) return 'walls'
  const [x, z] = [(a.at.x + b.at.x + c.at.x) / 3, (a.at.z + b.at.z + c.at.z) / 3]
  return doorways.some((door) => Math.hypot(door.x - x, door.z - z) < door.width * 0.45) ? 'lintels' : 'walls'
}

/** Doors are of wood, or red: nothing else that stands in a room is. */
function isDoor({ color: [r, , b] }: Corner): boolean {
  return r - b > 0.08
}

/** Parts of a room (a kitchen, a bath) keep something of their own tone; painted bays stay as they are. */
function colorOf(name: PartName, { at, normal, color, row }: Corner, rows: readonly Row[]): number[] {
  const use = rows[row]?.use ?? 'storey'
  const isTop = normal.y > 0.9
  if (name === 'base') {
    if (use === 'storey') return SLAB.toArray()
    if (at.y > 0.016 && use === 'parking') return [...color]
    const own = floorColor(use)
    return at.y > 0.01 ? own.toArray().map((part, i) => part * 0.6 + (color[i] as number) * 0.4) : own.toArray()
  }
  if (name === 'risers')
    return floorColor(use)
      .multiplyScalar(isTop ? 1.12 : 0.8)
      .toArray()
  const isDark = color[0] < 0.12
  if (isTop && isDark) return CUT_FACE.toArray()
  // Doors and fire doors are told by their own colours, walls are of one clay.
  const isWall = color[0] > 0.5
  return isWall ? (use === 'storey' ? WALL : INNER_WALL).toArray() : [...color]
}
