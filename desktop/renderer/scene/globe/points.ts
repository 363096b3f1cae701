import { type BoundingSphere, ComponentDatatype, type Matrix4, PrimitiveType } from '@cesium/engine'
import { POINT_STRIDE, type PointSet } from '../content/points.ts'
import { pointFragment, pointVertex } from '../shaders/points.ts'
import { BufferPrimitive } from './buffers.ts'
import { BEHIND, IN_FRONT } from './states.ts'

const FLOAT = ComponentDatatype.FLOAT
const BYTES = 4
/** Of what a house hides, so much is seen: enough to be found. */
const THROUGH_HOUSES = 0.35

/** The points of one sheet on the globe. */
export class GlobePoints {
  readonly primitive: BufferPrimitive
  private readonly points: PointSet
  private version = -1
  now = 0

  constructor(points: PointSet, matrix: Matrix4, sphere: BoundingSphere, scale: () => number) {
    this.points = points
    const uniforms = (alpha: number) => ({
      u_now: () => (this.now - points.epoch) / 1000,
      u_scale: scale,
      u_alpha: () => alpha,
    })
    this.primitive = new BufferPrimitive(
      {
        attributes: [
          { name: 'from', parts: 3, type: FLOAT, offset: 0 },
          { name: 'left', parts: 1, type: FLOAT, offset: 3 * BYTES },
          { name: 'to', parts: 3, type: FLOAT, offset: 4 * BYTES },
          { name: 'due', parts: 1, type: FLOAT, offset: 7 * BYTES },
          { name: 'look', parts: 3, type: FLOAT, offset: 8 * BYTES },
        ],
        stride: POINT_STRIDE * BYTES,
        vertexShader: pointVertex('czm_modelViewProjection'),
        fragmentShader: pointFragment('out_FragColor'),
        primitiveType: PrimitiveType.POINTS,
        passes: [
          { state: IN_FRONT, uniforms: uniforms(1) },
          { state: BEHIND, uniforms: uniforms(THROUGH_HOUSES) },
        ],
      },
      matrix,
      sphere,
    )
  }

  sync(now: number): void {
    this.now = now
    if (this.version === this.points.version) return
    this.version = this.points.version
    this.primitive.set(this.points.data, this.points.size)
  }
}
