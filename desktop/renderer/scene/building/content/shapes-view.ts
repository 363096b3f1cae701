import { BufferAttribute, BufferGeometry, Group, InterleavedBuffer, InterleavedBufferAttribute, Mesh } from 'three'
import type { Sheet } from '../../content/content.ts'
import { RIBBON_STRIDE, ribbonsOf } from '../../content/ribbons.ts'
import { SURFACE_STRIDE, surfacesOf } from '../../content/surfaces.ts'
import { lineFragment, lineVertex } from '../../shaders/lines.ts'
import { meshFragment, meshVertex } from '../../shaders/meshes.ts'
import type { Raising } from '../raising.ts'
import { MATRIX, OUTPUT, type PenUniforms, pen, unbounded } from './pens.ts'

type Lift = (place: string | undefined) => number | undefined

/** The lines and surfaces of one sheet. */
export class ShapesView {
  readonly group = new Group()
  private readonly sheet: Sheet
  private readonly raising: Raising
  private readonly lift: Lift
  private versions = [-1, -1, -1]
  private readonly meshes: Mesh<BufferGeometry>[]

  constructor(sheet: Sheet, raising: Raising, lift: Lift, shared: PenUniforms) {
    this.sheet = sheet
    this.raising = raising
    this.lift = lift
    const uniforms = { ...shared, u_alpha: { value: 1 } }
    const surfaces = (sight: 'front' | 'over') => pen(meshVertex(MATRIX), meshFragment(OUTPUT), uniforms, sight)
    const ribbons = (sight: 'front' | 'over') => pen(lineVertex(MATRIX), lineFragment(OUTPUT), uniforms, sight)
    const materials = [
      surfaces('front'),
      surfaces('over'),
      ribbons('front'),
      ribbons('over'),
      ribbons('front'),
      ribbons('over'),
    ]
    this.meshes = materials.map((material, i) => {
      const mesh = unbounded(new Mesh(new BufferGeometry(), material))
      mesh.renderOrder = 10 + i
      this.group.add(mesh)
      return mesh
    })
  }

  /** `arranged` counts up whenever storeys have moved. */
  sync(arranged: number): void {
    const { lines, meshes } = this.sheet
    const [surfaces, lay, moved] = this.versions
    const isMoved = moved !== arranged
    if (surfaces !== meshes.version || (isMoved && meshes.size > 0))
      for (const [i, over] of [false, true].entries())
        fill(
          this.meshes[i],
          surfacesOf(meshes, (mesh) => (mesh.over ?? false) === over, this.lift),
          SURFACE,
          SURFACE_STRIDE,
        )
    if (lay !== lines.version || (isMoved && lines.size > 0))
      for (const [i, over] of [false, true].entries()) {
        const wanted = (isPlaced: boolean) => (line: { over?: boolean; place?: string }) =>
          (line.over ?? false) === over && this.isOnStorey(line.place) === isPlaced
        fill(this.meshes[2 + i], ribbonsOf(lines, wanted(true), this.lift), RIBBON, RIBBON_STRIDE)
        fill(this.meshes[4 + i], this.raised(ribbonsOf(lines, wanted(false))), RIBBON, RIBBON_STRIDE)
      }
    this.versions = [meshes.version, lines.version, arranged]
  }

  dispose(): void {
    for (const { geometry, material } of this.meshes) {
      geometry.dispose()
      ;(material as { dispose(): void }).dispose()
    }
  }

  private isOnStorey(place: string | undefined): boolean {
    return place !== undefined && place.split('/').length > 3
  }

  /** A way through the building says no storey: each of its ends goes with the one it is on. */
  private raised(ribbons: ReturnType<typeof ribbonsOf>): ReturnType<typeof ribbonsOf> {
    const floats = new Float32Array(ribbons.vertices)
    const step = RIBBON_STRIDE / 4
    const number = (at: number) => floats[at] as number
    for (let at = 0; at < floats.length; at += step)
      for (const end of [at, at + 3]) {
        const lift = this.raising.at(number(end), number(end + 1), number(end + 2))
        // A ribbon without width is not seen.
        if (lift === undefined) floats[at + 9] = 0
        else floats[end + 2] = number(end + 2) + lift
      }
    return ribbons
  }
}

type Attribute = readonly [name: string, parts: number, bytes: number]
const SURFACE: readonly Attribute[] = [['corner', 3, 0]]
const RIBBON: readonly Attribute[] = [
  ['from', 3, 0],
  ['to', 3, 12],
  ['corner', 2, 24],
  ['width', 1, 36],
  ['along', 1, 40],
]

function fill(
  mesh: Mesh<BufferGeometry> | undefined,
  { vertices, count, indices }: { vertices: ArrayBuffer; count: number; indices: Uint32Array },
  attributes: readonly Attribute[],
  stride: number,
): void {
  if (!mesh) return
  mesh.geometry.dispose()
  mesh.visible = indices.length > 0
  if (!mesh.visible) return
  const geometry = new BufferGeometry()
  const floats = new InterleavedBuffer(new Float32Array(vertices), stride / 4)
  const bytes = new InterleavedBuffer(new Uint8Array(vertices), stride)
  for (const [name, parts, at] of attributes)
    geometry.setAttribute(name, new InterleavedBufferAttribute(floats, parts, at / 4))
  geometry.setAttribute('color', new InterleavedBufferAttribute(bytes, 4, attributes === SURFACE ? 12 : 32, true))
  geometry.setIndex(new BufferAttribute(indices, 1))
  geometry.userData.count = count
  mesh.geometry = geometry
}
