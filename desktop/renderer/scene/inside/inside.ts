import type { Enu } from '#shared/place/geodesy.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import type { Texts } from '../../i18n/zh.ts'
import type { Arrangement } from '../building/arrangement.ts'
import type { BuildingView } from '../building/building-view.ts'
import { storeysOf } from '../building/storeys.ts'
import type { Pose } from '../camera/pose.ts'
import { pageNow } from '../page-time.ts'
import type { Quality } from '../quality/quality.ts'
import type { Light } from '../sky/light.ts'
import type { Stage } from '../stage.ts'
import { INSIDE_NOTICES, type InsideNotice } from '../stage-state.ts'
import type { DrawWish, View } from '../view.ts'
import { Opened } from './opened.ts'
import { firstLook, poseFor } from './poses.ts'

export interface InsideEnds {
  /** Makes of a path on the server one that can be fetched. */
  address(path: string): string
  /** In the language of who looks. */
  texts(): Texts
  /** How a building is laid out inside; null: nobody has drawn it. */
  interior(building: string): Promise<Interior | null>
}

export interface EnterWish {
  floor?: number | undefined
  /** What one comes for, on its floor. */
  at?: Enu | undefined
  arrangement?: Arrangement | undefined
  /** From where one wants to see it; else from where all of it is seen. */
  pose?: Pose | undefined
}

/** On the way in; there is no such building, or it cannot be opened; or somebody wanted something else meanwhile. */
export type Entered = 'in' | 'cannot' | 'elsewhere'

/** Going into a building and out of it: while the camera flies on, one picture turns into the other. */
export class Inside {
  private readonly stage: Stage
  private current: Opened | undefined
  /** The one that was left, as long as it is still seen. */
  private former: Opened | undefined
  /** The room that is spoken of. */
  private spoken: string | undefined
  /** Counts up with each wish, so that one that comes too late is dropped. */
  private turn = 0

  constructor(stage: Stage) {
    this.stage = stage
  }

  private get opened(): Opened[] {
    return [this.former, this.current].filter((one) => one !== undefined)
  }

  /** The one whose picture is in front. */
  private get front(): Opened | undefined {
    return this.opened.findLast((one) => one.isSeen)
  }

  /** The building's picture, once it is the one that counts. */
  get view(): BuildingView | undefined {
    return this.front?.view
  }

  /** How its storeys are shown, for whoever wants to come back. */
  get arrangement(): Arrangement | undefined {
    return this.current?.wanted
  }

  get place(): string | undefined {
    return this.current?.building.place
  }

  async enter(place: string, { floor, at, arrangement: wanted, pose }: EnterWish = {}): Promise<Entered> {
    const { site, ends } = this.stage.wish
    const building = site.buildings.find((one) => one.place === place)
    if (!building) return 'cannot'
    const arrangement =
      wanted ?? (floor === undefined ? firstLook(building) : { mode: 'alone' as const, floor, seeThrough: false })
    if (this.current?.building === building) {
      this.current.at = at
      this.current.pose = pose
      this.arrange(arrangement)
      return 'in'
    }
    this.leave()
    const { turn } = this
    this.notice('inside-loading')
    this.approach(building)
    try {
      const [interior, { openBuilding }] = await Promise.all([
        // Without its plan a house still has storeys, and says that more of it cannot be shown.
        ends.interior(place).then(
          (found) => found ?? undefined,
          () => 'failed' as const,
        ),
        import('../building/building-view.ts'),
      ])
      if (turn !== this.turn) return 'elsewhere'
      if (interior === 'failed') this.notice('inside-unknown')
      const plan = interior === 'failed' ? undefined : interior
      this.current = new Opened({
        stage: this.stage,
        building,
        interior: plan,
        openBuilding,
        arrangement,
        at,
        pose,
        notice: (about) => about && this.notice(`inside-${about}`),
      })
      this.stage.state.setState({
        inside: { place, name: building.name, arriving: true, storeys: storeysOf(building, plan), arrangement },
      })
      this.stage.wake()
      return 'in'
    } catch {
      if (turn !== this.turn) return 'elsewhere'
      this.notice('inside-failed')
      return 'cannot'
    }
  }

  /** Towards it while it is being fetched. */
  private approach(building: Building): void {
    const { frame, camera } = this.stage
    const extent = { bottom: 0, top: building.height ?? building.floors * building.floorHeight }
    const { heading } = camera.pose
    camera.flyTo(poseFor(building, { mode: 'closed', seeThrough: false }, extent, frame, heading, undefined))
  }

  /** Shows the storeys otherwise, and moves the camera to where that is seen. */
  arrange(wish: Partial<Arrangement>): void {
    const { current } = this
    if (!current) return
    const { floor: before, ...rest } = current.wanted
    const floor = wish.floor ?? before
    const arrangement: Arrangement = { ...rest, ...wish, ...(floor === undefined ? {} : { floor }) }
    current.wanted = arrangement
    this.tell({ arrangement })
    if (current.fade.phase !== 'here') return
    current.look()
    this.stage.wake()
  }

  leave(): void {
    this.turn++
    this.notice(undefined)
    const { current } = this
    if (!current) return
    this.current = undefined
    this.former?.close()
    this.former = current
    current.leave(pageNow())
    this.stage.state.setState({ inside: undefined })
    this.stage.wake()
  }

  /** Moves on by the clock; true: something is otherwise than a picture ago. */
  step(now: number, flying: boolean): boolean {
    const { former, current, stage } = this
    if (!former && !current) return false
    if (former) former.step(now, flying)
    if (former?.fade.phase === 'gone') this.forget(former)
    if (current?.step(now, flying)) this.turned(current)
    // A door that opened upon nothing is still a way in.
    const isIn = current !== undefined && current.fade.phase !== 'opening' && current.view.isWhole
    if (isIn && this.isNoticed('inside-loading')) this.notice(undefined)
    // Seen through what is transparent here, a picture from outside would be one of long ago.
    stage.showOutside(this.current?.fade.shown !== 1)
    return this.former !== undefined || this.current?.isTurning === true
  }

  private turned(current: Opened): void {
    if (current.fade.phase !== 'here') return
    current.look()
    current.view.highlight(this.spoken)
    this.tell({ arriving: false })
  }

  private forget(former: Opened): void {
    former.close()
    this.former = undefined
    this.stage.thingsMoved()
    this.stage.wake()
  }

  /** Also while it is still on its way in. */
  resize(width: number, height: number, scale: number): void {
    for (const { view } of this.opened) {
      view.setScale(scale)
      view.resize(width, height)
    }
  }

  /** The room that is spoken of; undefined: none. */
  highlight(room: string | undefined): void {
    this.spoken = room
    this.current?.view.highlight(room)
  }

  /** Another language was chosen. */
  speak(): void {
    this.current?.speak()
  }

  light(light: Light): void {
    for (const { view } of this.opened) view.light(light)
  }

  quality(quality: Quality): void {
    for (const { view } of this.opened) view.quality(quality)
  }

  /** Where things of a place are drawn; what is not in this building is not shown. */
  lift(place: string): number | undefined {
    return this.front?.lift(place)
  }

  /** Draws whichever picture is seen, both while one turns into the other. */
  draw(wish: DrawWish, globe: View, flying: boolean): boolean {
    let drew = false
    for (const one of this.opened) drew = one.draw(wish, flying) || drew
    if (!this.former && this.current?.fade.phase === 'here') return drew
    return globe.draw(wish) || drew
  }

  get isWhole(): boolean {
    return !this.former && (!this.current || (this.current.fade.phase === 'here' && this.current.view.isWhole))
  }

  close(): void {
    this.turn++
    for (const one of this.opened) one.close()
    this.current = undefined
    this.former = undefined
  }

  private tell(change: { arriving?: boolean; arrangement?: Arrangement }): void {
    const { inside } = this.stage.state.getState()
    if (inside) this.stage.state.setState({ inside: { ...inside, ...change } })
  }

  private isNoticed(about: InsideNotice): boolean {
    return this.stage.state.getState().notices.includes(about)
  }

  private notice(about: InsideNotice | undefined): void {
    this.stage.notice(INSIDE_NOTICES, about)
  }
}
