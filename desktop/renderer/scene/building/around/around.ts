import { Group, type Material, type Mesh, Vector2 } from 'three'
import type { LonLat } from '#shared/place/geodesy.ts'
import type { Point } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { LightUniforms } from '../lights.ts'
import { groundMesh } from './ground.ts'
import { type Neighbours, neighbours } from './neighbours.ts'
import { planner } from './plan.ts'

/** What is around the opened building: the ground and the houses near by, all of it quiet. */
export class Around {
  readonly group = new Group()
  readonly neighbours: Neighbours
  /** Of the opened building, in metres east and north. */
  readonly outline: Point[]
  readonly middle: Vector2
  /** Of a circle around its outline. */
  readonly radius: number
  private readonly ground: Mesh
  private readonly strength = { value: 1 }
  private isNear = true
  private houses = true

  constructor(site: Site, building: Building, origin: LonLat, light: LightUniforms) {
    const plan = planner(origin)
    this.outline = plan.ring(building.footprint)
    const [xs, ys] = [this.outline.map(([x]) => x), this.outline.map(([, y]) => y)]
    const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    this.middle = new Vector2((west + east) / 2, (south + north) / 2)
    this.radius = Math.hypot(east - west, north - south) / 2
    this.ground = groundMesh(site, plan, this.middle, light, this.strength)
    this.neighbours = neighbours(
      site.buildings.filter((one) => one !== building),
      plan,
      this.middle,
      light,
      this.strength,
    )
    this.group.add(this.ground, this.neighbours.hull, this.neighbours.mesh)
  }

  /** 1: quietly there; less: hardly. */
  look(strength: number, shadows: boolean): void {
    this.strength.value = strength
    this.ground.receiveShadow = shadows
    this.isNear = strength > 0.3
    this.spend(this.houses)
  }

  /** Without its neighbours a house stands on its ground alone: it is what a weak machine misses least. */
  spend(houses: boolean): void {
    this.houses = houses
    this.neighbours.mesh.visible = this.isNear && houses
    this.neighbours.hull.visible = this.isNear && houses
  }

  get bytes(): number {
    let sum = 0
    for (const { geometry } of [this.ground, this.neighbours.mesh])
      for (const { array } of Object.values(geometry.attributes)) sum += array.byteLength
    return sum
  }

  dispose(): void {
    for (const { geometry, material } of [this.ground, this.neighbours.hull, this.neighbours.mesh]) {
      geometry.dispose()
      ;(material as Material).dispose()
    }
  }
}
