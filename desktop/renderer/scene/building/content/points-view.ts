import { BufferGeometry, DynamicDrawUsage, Group, InterleavedBuffer, InterleavedBufferAttribute, Points } from 'three'
import { POINT_STRIDE, type PointSet } from '../../content/points.ts'
import { pointFragment, pointVertex } from '../../shaders/points.ts'
import { RAISE, type Raising } from '../raising.ts'
import { MATRIX, OUTPUT, type PenUniforms, pen, unbounded } from './pens.ts'

const PARTS = [
  ['from', 3, 0],
  ['left', 1, 3],
  ['to', 3, 4],
  ['due', 1, 7],
  ['look', 3, 8],
] as const
/** Of what a wall hides, so much is seen: enough to be found. */
const THROUGH_WALLS = 0.35

/** The points of one sheet; the graphics card moves them, and raises those that stand on a storey. */
export class PointsView {
  readonly group = new Group()
  private readonly points: PointSet
  private readonly geometry = new BufferGeometry()
  private readonly now = { value: 0 }
  private buffer: InterleavedBuffer | undefined
  private version = -1

  constructor(points: PointSet, raising: Raising, shared: PenUniforms) {
    this.points = points
    for (const [sight, alpha] of [
      ['front', 1],
      ['behind', THROUGH_WALLS],
    ] as const) {
      const material = pen(
        RAISE + pointVertex(`${MATRIX} * raise(mix(from, to, share))`),
        pointFragment(OUTPUT),
        {
          ...shared,
          u_now: this.now,
          u_alpha: { value: alpha },
          u_storeys: { value: raising.storeys },
          u_outline: { value: raising.outline },
        },
        sight,
      )
      const drawn = unbounded(new Points(this.geometry, material))
      drawn.renderOrder = 20
      this.group.add(drawn)
    }
  }

  sync(now: number): void {
    const { points, geometry } = this
    this.now.value = (now - points.epoch) / 1000
    if (this.version === points.version) return
    this.version = points.version
    if (this.buffer?.array !== points.data) {
      // Another array has another length: the card's buffer is made anew.
      geometry.dispose()
      this.buffer = new InterleavedBuffer(points.data, POINT_STRIDE).setUsage(DynamicDrawUsage)
      for (const [name, parts, offset] of PARTS)
        geometry.setAttribute(name, new InterleavedBufferAttribute(this.buffer, parts, offset))
      geometry.setAttribute('position', new InterleavedBufferAttribute(this.buffer, 3, 0))
    }
    this.buffer.clearUpdateRanges()
    this.buffer.addUpdateRange(0, points.size * POINT_STRIDE)
    this.buffer.needsUpdate = true
    geometry.setDrawRange(0, points.size)
    this.group.visible = points.size > 0
  }

  dispose(): void {
    this.geometry.dispose()
    for (const child of this.group.children) ((child as Points).material as { dispose(): void }).dispose()
  }
}
