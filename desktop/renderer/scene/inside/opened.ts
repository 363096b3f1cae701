import type { Enu } from '#shared/place/geodesy.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { screenScale } from '../../theme/type-scale.ts'
import type { Arrangement } from '../building/arrangement.ts'
import type { BuildingView } from '../building/building-view.ts'
import { insideOf, type Inside as Rooms } from '../building/rooms.ts'
import type { Pose } from '../camera/pose.ts'
import type { Sheet } from '../content/content.ts'
import { layElement } from '../page.ts'
import { pageNow } from '../page-time.ts'
import type { Stage } from '../stage.ts'
import type { DrawWish } from '../view.ts'
import { Fade } from './fade.ts'
import { poseFor } from './poses.ts'
import { drawRoomNames } from './room-names.ts'

export interface OpenedWish {
  stage: Stage
  building: Building
  /** Undefined: nobody has drawn its inside. */
  interior: Interior | undefined
  openBuilding: typeof import('../building/building-view.ts').openBuilding
  arrangement: Arrangement
  /** What one came for. */
  at: Enu | undefined
  /** From where one wants to see it. */
  pose: Pose | undefined
  /** Parts of it, or all, could not be fetched. */
  notice(about: 'missing' | 'plain' | undefined): void
}

/** Longer than this nobody waits before a closed door: the rest comes in while one looks. */
const WAIT_MS = 6000
const CLOSED: Arrangement = { mode: 'closed', seeThrough: false }

/** A building on the way into it, in it or out of it: its picture, how much of that is seen, and the names in it. */
export class Opened {
  readonly building: Building
  readonly view: BuildingView
  readonly fade: Fade
  wanted: Arrangement
  at: Enu | undefined
  pose: Pose | undefined
  private readonly stage: Stage
  private readonly host: HTMLElement
  private readonly rooms: Rooms | undefined
  private names: Sheet | undefined

  constructor({ stage, building, interior, openBuilding, arrangement, at, pose, notice }: OpenedWish) {
    const { tiles } = stage
    const { site, ends } = stage.wish
    this.stage = stage
    this.building = building
    this.wanted = arrangement
    this.at = at
    this.pose = pose
    this.host = layElement(stage.host, 'div', 'scene-building', stage.rainCanvas)
    this.host.style.opacity = '0'
    const path = tiles.own?.interiors[building.place]
    this.view = openBuilding({
      host: this.host,
      frame: stage.frame,
      origin: site.community.center,
      site,
      building,
      inside: interior,
      tilesUrl: tiles.own && path ? ends.address(`${tiles.own.base}${path}`) : undefined,
      changed: () => stage.wake(),
      notice,
    })
    this.view.setScale(screenScale())
    this.view.resize(stage.size.width, stage.size.height)
    this.view.quality(stage.ladder.now)
    if (stage.light) this.view.light(stage.light)
    this.view.arrange(CLOSED)
    this.view.onLost(() => stage.lost())
    this.rooms = interior && insideOf(building, interior, site.community.center)
    this.fade = new Fade(pageNow())
  }

  get isSeen(): boolean {
    return this.fade.shown >= 0.5
  }

  /** Moves on by the clock; true: another phase began. */
  step(now: number, flying: boolean): boolean {
    const { fade, view, stage } = this
    const { shown, isSeen } = { shown: fade.shown, isSeen: this.isSeen }
    const ready = !flying && (view.isWhole || fade.lasts(now) > WAIT_MS)
    const turned = fade.step(now, ready)
    if (fade.shown !== shown) this.host.style.opacity = String(fade.shown)
    if (this.isSeen !== isSeen || view.isMoving) stage.thingsMoved()
    return turned
  }

  /** One picture turns into another, or storeys move. Before its door one only waits. */
  get isTurning(): boolean {
    const { phase } = this.fade
    return phase === 'fading-in' || phase === 'fading-out' || (phase === 'here' && this.view.isMoving)
  }

  /** Not while one still flies towards it: nobody sees it, and the flight would be the worse for it. */
  draw(wish: DrawWish, flying: boolean): boolean {
    return (this.fade.phase !== 'opening' || !flying) && this.view.draw(wish)
  }

  /** As its storeys are wanted, from where that is seen; names are for whoever is in. */
  look(): void {
    if (this.rooms && !this.names) {
      this.names = this.stage.content.lay('rooms', 0)
      this.speak()
    }
    this.view.arrange(this.wanted)
    this.stage.camera.flyTo(this.pose ?? this.stage.intoFree(this.poseFor(this.wanted)))
    this.at = undefined
    this.pose = undefined
  }

  /** Names in the language of who looks. */
  speak(): void {
    if (this.names && this.rooms) drawRoomNames(this.names, this.rooms, this.stage.wish.ends.texts())
  }

  leave(now: number): void {
    this.view.arrange(CLOSED)
    this.fade.leave(now)
    this.liftNames()
  }

  /** Where things of a place are drawn; what is not in this building is not shown. */
  lift(place: string): number | undefined {
    return isWithin(place, this.building.place) ? this.view.lift(place) : undefined
  }

  private poseFor(arrangement: Arrangement): Pose {
    const { frame, camera } = this.stage
    return poseFor(this.building, arrangement, this.view.reach(arrangement), frame, camera.pose.heading, this.at)
  }

  private liftNames(): void {
    if (this.names) this.stage.content.lift(this.names)
    this.names = undefined
  }

  close(): void {
    this.liftNames()
    this.view.close()
    this.host.remove()
  }
}
