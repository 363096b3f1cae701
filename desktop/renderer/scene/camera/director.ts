import type { Enu } from '#shared/place/geodesy.ts'
import { stillness } from '../page.ts'
import { pageNow } from '../page-time.ts'
import type { StageStore } from '../stage-state.ts'
import { cruiseOver } from './cruise.ts'
import type { Pose } from './pose.ts'
import type { Rig } from './rig.ts'

export interface DirectorWish {
  rig: Rig
  state: StageStore
  /** The whole place at a glance. */
  home: Pose
  /** What a tour goes round. */
  tour: readonly Pose[]
  /** Where something that moves is just now. */
  whereabouts(id: string): Enu | undefined
  /** A picture is due. */
  wake(): void
}

/** Steeper than this it looks from above. */
const STEEP = -70
const [FROM_THE_SIDE, FROM_ABOVE] = [-38, -88] as const

/** Tells the camera where to go, and the tools who leads it: a tour, something that moves, or nobody. */
export class Director {
  private readonly wish: DirectorWish

  constructor(wish: DirectorWish) {
    this.wish = wish
  }

  get pose(): Pose {
    return this.wish.rig.pose
  }

  flyTo(pose: Pose): void {
    this.wish.rig.flyTo(pose, { now: pageNow(), still: stillness().matches })
    this.wish.wake()
  }

  goHome(): void {
    this.flyTo(this.wish.home)
  }

  faceNorth(): void {
    this.flyTo({ ...this.pose, heading: 0 })
  }

  /** From above, or from the side again. */
  tilt(): void {
    this.flyTo({ ...this.pose, pitch: this.pose.pitch < STEEP ? FROM_THE_SIDE : FROM_ABOVE })
  }

  /** Goes along with something that moves; undefined: no more. */
  follow(id: string | undefined): void {
    const { rig, state, whereabouts, wake } = this.wish
    if (id === undefined) rig.halt()
    else rig.follow(() => whereabouts(id))
    state.setState({ following: id, cruising: false })
    wake()
  }

  /** Goes from view to view by itself, until somebody takes the camera. */
  cruise(on: boolean): void {
    const { rig, state, tour, wake } = this.wish
    if (on) rig.drive(cruiseOver(tour, rig.pose))
    else rig.halt()
    state.setState({ cruising: on, following: undefined })
    wake()
  }

  /** Moves on by the clock; false: it stands still. */
  step(now: number, seconds: number): boolean {
    const { rig, state } = this.wish
    const moved = rig.step(now, seconds)
    // Taken over by hand or come to its end, a tour or a following is over for the tools as well.
    const { following, cruising } = state.getState()
    if (following !== undefined && !rig.isFollowing) state.setState({ following: undefined })
    if (cruising && !rig.isDriven) state.setState({ cruising: false })
    return moved
  }
}
