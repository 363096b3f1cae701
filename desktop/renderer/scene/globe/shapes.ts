import { type BoundingSphere, type Cartesian2, ComponentDatatype, type Matrix4, PrimitiveType } from '@cesium/engine'
import type { Sheet } from '../content/content.ts'
import { RIBBON_STRIDE, ribbonsOf } from '../content/ribbons.ts'
import { SURFACE_STRIDE, surfacesOf } from '../content/surfaces.ts'
import { lineFragment, lineVertex } from '../shaders/lines.ts'
import { meshFragment, meshVertex } from '../shaders/meshes.ts'
import { type BufferLayout, BufferPrimitive } from './buffers.ts'
import { IN_FRONT, OVER } from './states.ts'

const { FLOAT, UNSIGNED_BYTE } = ComponentDatatype
const MATRIX = 'czm_modelViewProjection'
const OUTPUT = 'out_FragColor'

/** The lines and surfaces of one sheet on the globe, those that nothing hides apart from the others. */
export class GlobeShapes {
  readonly primitives: BufferPrimitive[]
  private readonly sheet: Sheet
  private versions = [-1, -1]

  constructor(sheet: Sheet, matrix: Matrix4, sphere: BoundingSphere, scale: () => number, screen: () => Cartesian2) {
    this.sheet = sheet
    const uniforms = { u_screen: screen, u_scale: scale, u_alpha: () => 1 }
    const make = (layout: Omit<BufferLayout, 'passes' | 'primitiveType'>, state: Record<string, unknown>) =>
      new BufferPrimitive(
        { ...layout, primitiveType: PrimitiveType.TRIANGLES, passes: [{ state, uniforms }] },
        matrix,
        sphere,
      )
    this.primitives = [make(SURFACE, IN_FRONT), make(SURFACE, OVER), make(RIBBON, IN_FRONT), make(RIBBON, OVER)]
  }

  sync(): void {
    const { lines, meshes } = this.sheet
    const [surfaces, above, ribbons, over] = this.primitives as [
      BufferPrimitive,
      BufferPrimitive,
      BufferPrimitive,
      BufferPrimitive,
    ]
    if (this.versions[0] !== meshes.version) {
      hand(
        surfaces,
        surfacesOf(meshes, (mesh) => mesh.over !== true),
      )
      hand(
        above,
        surfacesOf(meshes, (mesh) => mesh.over === true),
      )
    }
    if (this.versions[1] !== lines.version) {
      hand(
        ribbons,
        ribbonsOf(lines, (line) => line.over !== true),
      )
      hand(
        over,
        ribbonsOf(lines, (line) => line.over === true),
      )
    }
    this.versions = [meshes.version, lines.version]
  }
}

function hand(
  primitive: BufferPrimitive,
  { vertices, count, indices }: { vertices: ArrayBuffer; count: number; indices: Uint32Array },
): void {
  primitive.set(new Uint8Array(vertices), count, indices)
}

const SURFACE = {
  attributes: [
    { name: 'corner', parts: 3, type: FLOAT, offset: 0 },
    { name: 'color', parts: 4, type: UNSIGNED_BYTE, normalize: true, offset: 12 },
  ],
  stride: SURFACE_STRIDE,
  vertexShader: meshVertex(MATRIX),
  fragmentShader: meshFragment(OUTPUT),
}

const RIBBON = {
  attributes: [
    { name: 'from', parts: 3, type: FLOAT, offset: 0 },
    { name: 'to', parts: 3, type: FLOAT, offset: 12 },
    { name: 'corner', parts: 2, type: FLOAT, offset: 24 },
    { name: 'color', parts: 4, type: UNSIGNED_BYTE, normalize: true, offset: 32 },
    { name: 'width', parts: 1, type: FLOAT, offset: 36 },
    { name: 'along', parts: 1, type: FLOAT, offset: 40 },
  ],
  stride: RIBBON_STRIDE,
  vertexShader: lineVertex(MATRIX),
  fragmentShader: lineFragment(OUTPUT),
}
