import { PerspectiveCamera, Scene, Vector3 } from 'three'
import type { Frame, LonLat } from '#shared/place/geodesy.ts'
import { isWithin, placePart } from '#shared/place/path.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Pose } from '../camera/pose.ts'
import { stillness } from '../page.ts'
import type { Quality } from '../quality/quality.ts'
import type { Light } from '../sky/light.ts'
import type { DrawWish, Hit, View } from '../view.ts'
import { Around } from './around/around.ts'
import { type Arrangement, type Layout, layoutOf } from './arrangement.ts'
import { ContentView } from './content/content-view.ts'
import { standAt } from './frame.ts'
import { Highlight } from './highlight.ts'
import { House } from './house.ts'
import { Lights } from './lights.ts'
import { loadStoreys } from './load.ts'
import { pickAt, toPicture } from './pick.ts'
import { Picture } from './picture.ts'
import { Raising } from './raising.ts'
import { Transition } from './transition.ts'

/** Storeys that come one after the other are shown together: each alone would cost a picture. */
const ARRIVALS_MS = 150

export interface BuildingWish {
  host: HTMLElement
  frame: Frame
  /** The middle of the community. */
  origin: LonLat
  site: Site
  building: Building
  /** Undefined: nobody has drawn its inside. */
  inside: Interior | undefined
  tilesUrl: string | undefined
  /** A picture is due. */
  changed(): void
  notice(about: 'missing' | 'plain' | undefined): void
}

export function openBuilding(wish: BuildingWish): BuildingView {
  return new BuildingView(wish)
}

/** A building opened: its storeys with rooms, stairs and ways out, and what is around it stepping back. */
export class BuildingView implements View {
  private readonly picture = new Picture()
  private readonly scene = new Scene()
  private readonly camera = new PerspectiveCamera()
  private readonly wish: BuildingWish
  private readonly house: House
  private readonly around: Around
  private readonly lights: Lights
  private readonly raising: Raising
  private readonly content: ContentView
  private readonly transition: Transition
  private readonly stopLoading: () => void
  private isLoading = false
  private arrival: ReturnType<typeof setTimeout> | undefined
  private highlighted: { path: string; drawn: Highlight } | undefined
  private pose: Pose | undefined
  private scale = 1
  /** Something of ours changed since the last picture. */
  private due = true
  /** Counts up when storeys have moved. */
  private arranged = 0

  constructor(wish: BuildingWish) {
    this.wish = wish
    const { host, building, inside, origin, site } = wish
    host.append(this.canvas)
    this.lights = new Lights()
    this.house = new House(building, inside, origin, this.lights.uniforms)
    this.around = new Around(site, building, origin, this.lights.uniforms)
    this.raising = new Raising(this.house.storeys, this.around.outline)
    this.content = new ContentView(this.raising, (place) => (place === undefined ? 0 : this.lift(place)))
    this.transition = new Transition(layoutOf({ mode: 'closed', seeThrough: false }, this.house.storeys))
    this.scene.add(this.lights.group, this.around.group, this.house.group, this.content.group)
    this.stopLoading = this.load()
    this.moved()
  }

  get canvas(): HTMLCanvasElement {
    return this.picture.canvas
  }

  get isMoving(): boolean {
    return this.transition.isMoving
  }

  get isWhole(): boolean {
    return !this.isLoading && !this.transition.isMoving && !this.due
  }

  get memory(): number {
    return (this.house.bytes + this.around.bytes) / 2 ** 20
  }

  arrange(arrangement: Arrangement): void {
    this.transition.to(layoutOf(arrangement, this.house.storeys), stillness().matches)
    this.moved()
    this.wish.changed()
  }

  /** From the lowest to the highest that is drawn in an arrangement, in metres: what a camera has to take in. */
  reach(arrangement: Arrangement): { bottom: number; top: number } {
    return this.reachOf(layoutOf(arrangement, this.house.storeys))
  }

  private reachOf({ lifts, shown }: Layout): { bottom: number; top: number } {
    const seen = this.house.storeys
      .map(({ level, height }, i) => ({ bottom: level + (lifts[i] ?? 0), height, shown: shown[i] ?? 1 }))
      .filter((storey) => storey.shown > 0)
    return {
      bottom: Math.min(...seen.map(({ bottom }) => bottom)),
      top: Math.max(...seen.map(({ bottom, height }) => bottom + height)),
    }
  }

  /** As far above or below its true place a thing of a place is drawn; undefined: it is not shown now. */
  lift(place: string): number | undefined {
    const { building } = this.wish
    if (!isWithin(place, building.place)) return placePart(place, 'building') === undefined ? 0 : undefined
    const at = this.house.storeys.findIndex(({ path }) => isWithin(place, path))
    if (at < 0) return 0
    return this.transition.goal.shown[at] === 0 ? undefined : this.transition.current.lifts[at]
  }

  highlight(room: string | undefined): void {
    if (this.highlighted?.path === room) return
    this.highlighted?.drawn.dispose()
    this.highlighted = undefined
    const found = room === undefined ? undefined : this.house.inside?.rooms.find(({ path }) => path === room)
    const view = found && this.house.views.get(found.floor)
    if (found && view) {
      const drawn = new Highlight(found, this.house.middle)
      view.group.add(drawn.group)
      this.highlighted = { path: found.path, drawn }
    }
    this.touch()
    this.wish.changed()
  }

  draw({ pose, content, now, changed }: DrawWish): boolean {
    if (this.transition.step(now)) this.moved()
    if (this.transition.isMoving) this.wish.changed()
    if (pose === this.pose && !changed && !this.due) return false
    this.pose = pose
    this.due = false
    standAt(this.camera, pose, this.picture.width / this.picture.height)
    this.content.sync(content, now, this.arranged)
    this.picture.draw(this.scene, this.camera)
    return true
  }

  resize(width: number, height: number): void {
    this.picture.resize(width, height)
    const { resolution } = this.picture
    const { u_scale, u_screen } = this.content.uniforms
    u_scale.value = this.scale * resolution
    u_screen.value.set(this.picture.width * resolution, this.picture.height * resolution)
    this.touch()
  }

  /** How large things of the overlay's kind are drawn, as the page's own type grows with the screen. */
  setScale(scale: number): void {
    this.scale = scale
    this.resize(this.picture.width, this.picture.height)
  }

  light(light: Light): void {
    this.lights.set(light)
    this.moved()
  }

  quality(quality: Quality): void {
    this.picture.spend(quality)
    this.lights.spend(quality)
    this.around.spend(quality.level > 0)
    this.resize(this.picture.width, this.picture.height)
    this.moved()
  }

  pick(x: number, y: number): Hit {
    const at = toPicture(x, y, this.picture.width, this.picture.height)
    return pickAt(at, this.camera, this.house, this.transition.current, this.around.neighbours)
  }

  onLost(lost: () => void): void {
    this.picture.onLost(lost)
  }

  close(): void {
    this.stopLoading()
    clearTimeout(this.arrival)
    this.highlighted?.drawn.dispose()
    for (const part of [this.house, this.around, this.content, this.raising, this.lights]) part.dispose()
    this.picture.close()
  }

  private load(): () => void {
    const { tilesUrl, notice } = this.wish
    const shown = () => {
      this.arrival = undefined
      this.moved()
      this.wish.changed()
    }
    const plain = () => {
      this.isLoading = false
      this.house.addPlain()
      shown()
    }
    if (tilesUrl === undefined) {
      plain()
      return () => {}
    }
    this.isLoading = true
    return loadStoreys({
      url: tilesUrl,
      storey: (floor, model, rows) => {
        this.house.add(floor, model, rows)
        this.arrival ??= setTimeout(shown, ARRIVALS_MS)
      },
      missing: () => notice('missing'),
      failed: () => {
        notice('plain')
        plain()
      },
      done: plain,
    })
  }

  /** Storeys, light or what is spent have changed: everything stands and shines anew. */
  private moved(): void {
    const { current, goal } = this.transition
    // From storey to storey shadows would only be dirt.
    const shadows = this.lights.castShadows && goal.lifts.every((lift) => lift === 0)
    this.house.look(current, shadows)
    this.around.look(current.around, shadows)
    this.raising.set(current, goal)
    this.lights.fit(...this.sphere(goal), shadows)
    this.picture.shadowsDue = true
    this.arranged++
    this.touch()
  }

  /** Around all that is shown. */
  private sphere(layout: Layout): [middle: Vector3, radius: number] {
    const { bottom, top } = this.reachOf(layout)
    const { middle, radius } = this.around
    return [new Vector3(middle.x, (bottom + top) / 2, -middle.y), Math.hypot(radius + 6, (top - bottom) / 2)]
  }

  private touch(): void {
    this.due = true
  }
}
