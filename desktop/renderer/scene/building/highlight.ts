import { DoubleSide, Group, Mesh, MeshBasicMaterial } from 'three'
import type { Enu } from '#shared/place/geodesy.ts'
import { counterClockwise, type Point } from '#shared/place/ring.ts'
import { Shapes } from './around/flat.ts'
import type { InsideRoom } from './rooms.ts'

const UP = 0.05
const RIM = 0.5
const COLOR = '#7fbaff'

/** A room that one points at: its floor tinted, and a low rim of light along its walls. */
export class Highlight {
  readonly group = new Group()
  private readonly material = new MeshBasicMaterial({
    color: COLOR,
    transparent: true,
    opacity: 0.36,
    depthWrite: false,
    side: DoubleSide,
    fog: false,
  })

  constructor({ outline }: InsideRoom, middle: Enu) {
    const ring = counterClockwise(outline.map(({ east, north }): Point => [east - middle.east, north - middle.north]))
    const shapes = new Shapes()
    const white = [1, 1, 1]
    shapes.plate(ring, [], UP, white)
    shapes.fence(ring, [UP, RIM], white)
    const mesh = new Mesh(shapes.done(), this.material)
    mesh.renderOrder = 8
    this.group.add(mesh)
  }

  dispose(): void {
    this.group.removeFromParent()
    for (const child of this.group.children) (child as Mesh).geometry.dispose()
    this.material.dispose()
  }
}
