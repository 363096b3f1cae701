import { Group, Matrix4, type Object3D } from 'three'
import { type Enu, frameAt, type LonLat } from '#shared/place/geodesy.ts'
import { centroid } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { planner } from './around/plan.ts'
import type { Layout } from './arrangement.ts'
import { fromEarth, toThree } from './frame.ts'
import type { LightUniforms } from './lights.ts'
import { type Inside, insideOf, placer } from './rooms.ts'
import { Shelf } from './shelf.ts'
import { bake, type Doorway, type Row } from './storey/bake.ts'
import type { Parts } from './storey/parts.ts'
import { plainStorey } from './storey/plain.ts'
import { noShade, type ShadeMap, shadeMap } from './storey/shade-map.ts'
import { signs } from './storey/signs.ts'
import { StoreyView } from './storey/storey-view.ts'
import { type Storey, storeysOf } from './storeys.ts'

/** The opened building: its storeys, as they come. */
export class House {
  readonly group = new Group()
  /** Its middle on the ground. */
  readonly middle: Enu
  readonly storeys: Storey[]
  readonly inside: Inside | undefined
  readonly views = new Map<number, StoreyView>()
  private readonly building: Building
  private readonly interior: Interior | undefined
  private readonly origin: LonLat
  private readonly light: LightUniforms
  private readonly shelf = new Shelf()
  private readonly shades = new Map<string, ShadeMap>()
  private readonly bare = noShade()
  private readonly own: Parts[] = []

  constructor(building: Building, interior: Interior | undefined, origin: LonLat, light: LightUniforms) {
    this.building = building
    this.interior = interior
    this.origin = origin
    this.light = light
    const [lon, lat] = building.position
      ? [building.position.lon, building.position.lat]
      : (centroid(building.footprint) as [number, number])
    this.middle = frameAt({ ...origin, height: 0 }).toLocal({ lon, lat, height: 0 })
    this.storeys = storeysOf(building, interior)
    this.inside = interior && insideOf(building, interior, origin)
    toThree(this.middle, this.group.position)
  }

  /** A storey as its tile has it. */
  add(floor: number, model: Object3D, rows: Row[]): void {
    const storey = this.storeys.find((one) => one.floor === floor)
    if (!storey) return
    const { east, north, up } = this.middle
    const toStorey = new Matrix4().makeTranslation(-east, -(up + storey.level), north).multiply(fromEarth(this.origin))
    this.show(
      storey,
      this.shelf.take(model, () =>
        bake(model, toStorey, rows, this.doorways(floor), this.inside && signs(this.inside, floor, this.middle)),
      ),
      rows,
    )
  }

  /** Storeys that have no tile, as their outlines. */
  addPlain(): void {
    const plan = planner(this.origin)
    for (const storey of this.storeys) {
      if (this.views.has(storey.floor)) continue
      const rooms = this.inside?.rooms.filter(({ floor }) => floor === storey.floor) ?? []
      const { parts, rows } = plainStorey(this.building, storey, plan, this.middle, rooms)
      this.own.push(parts)
      this.show(storey, parts, rows)
    }
  }

  look({ lifts, drawn, walls, clear }: Layout, shadows: boolean): void {
    for (const [i, { floor }] of this.storeys.entries())
      this.views.get(floor)?.look({ lift: lifts[i] ?? 0, shown: drawn[i] ?? 1, walls, clear, shadows })
  }

  get bytes(): number {
    let sum = this.shelf.bytes
    for (const { texture } of this.shades.values()) {
      const { width, height } = texture.image as HTMLCanvasElement
      sum += width * height * 4 * 1.34
    }
    return sum
  }

  dispose(): void {
    for (const view of this.views.values()) view.dispose()
    for (const parts of this.own) for (const shape of Object.values(parts)) shape.dispose()
    for (const { texture } of [...this.shades.values(), this.bare]) texture.dispose()
    this.shelf.dispose()
  }

  private show(storey: Storey, parts: Parts, rows: Row[]): void {
    const view = new StoreyView(storey, rows, parts, this.shadeOf(storey.floor), this.light)
    this.views.set(storey.floor, view)
    this.group.add(view.group)
  }

  private shadeOf(floor: number): ShadeMap {
    const { interior } = this
    const id = interior?.floors.find((one) => one.floor === floor)?.plan
    const plan = id !== undefined ? interior?.plans[id] : undefined
    if (!interior || id === undefined || !plan) return this.bare
    const place = placer(interior, this.origin)
    const shade = this.shades.get(id) ?? shadeMap(plan, (xy) => place(xy, 0), this.middle)
    this.shades.set(id, shade)
    return shade
  }

  private doorways(floor: number): Doorway[] {
    const { interior } = this
    const plan = interior?.plans[interior.floors.find((one) => one.floor === floor)?.plan ?? '']
    if (!interior || !plan) return []
    const place = placer(interior, this.origin)
    return plan.doors.map(({ at, width }) => {
      const { east, north } = place(at, 0)
      return { x: east - this.middle.east, z: -(north - this.middle.north), width }
    })
  }
}
