import type { Enu } from '#shared/place/geodesy.ts'
import { type Flight, flightBetween } from './flight.ts'
import { Lens } from './lens.ts'
import { eyeOf, type Pose, turn, turned } from './pose.ts'

export interface Bounds {
  nearest: number
  farthest: number
  /** Metres from the middle that the camera may look at. */
  radius: number
  /** The lowest that one may look at, and the highest. */
  lowest: number
  highest: number
}

/** The eye stays above the ground by so much. */
const CLEAR = 1.6
const STEEPEST = -89.5
/** Wheel steps are walked, not jumped: the share of what is left that goes in a second. */
const GLIDE = 14
const APPROACH = 7

/** The camera of both scenes: it flies, is led by hand, or goes along with something. Knows no engine. */
export class Rig {
  pose: Pose
  bounds: Bounds
  private goal: Pose | undefined
  private flight: { way: Flight; began: number; end: Pose } | undefined
  private followed: (() => Enu | undefined) | undefined
  private driver: ((now: number) => Pose | undefined) | undefined

  constructor(pose: Pose, bounds: Bounds) {
    this.pose = pose
    this.bounds = bounds
  }

  get isFlying(): boolean {
    return this.flight !== undefined
  }

  get isFollowing(): boolean {
    return this.followed !== undefined
  }

  get isDriven(): boolean {
    return this.driver !== undefined
  }

  flyTo(pose: Pose, { now, still = false }: { now: number; still?: boolean }): void {
    this.halt()
    const end = this.kept(pose)
    if (still) this.pose = end
    else this.flight = { way: flightBetween(this.pose, end), began: now, end }
  }

  /** Goes along with something until it is led by hand or `where` no longer knows. */
  follow(where: () => Enu | undefined): void {
    this.halt()
    this.followed = where
  }

  /** Is led by something else, until it is led by hand or the other has nothing more to say. */
  drive(driver: (now: number) => Pose | undefined): void {
    this.halt()
    this.driver = driver
  }

  /** Moves on by the clock; false: it stands still. */
  step(now: number, seconds: number): boolean {
    if (this.driver) {
      const pose = this.driver(now)
      if (pose) this.pose = this.kept(pose)
      else this.driver = undefined
      return true
    }
    if (this.flight) {
      const { way, began, end } = this.flight
      const share = (now - began) / 1000 / way.seconds
      this.pose = share >= 1 ? end : this.kept(way.at(share))
      if (share >= 1) this.flight = undefined
      return true
    }
    if (this.followed) {
      const target = this.followed()
      if (!target) this.followed = undefined
      else this.approach(target, seconds)
    }
    if (this.goal) return this.glide(seconds)
    return this.followed !== undefined
  }

  pan(from: { x: number; y: number }, to: { x: number; y: number }, lens: Lens): void {
    const level = this.pose.target.up
    const [a, b] = [lens.onLevel(from.x, from.y, level), lens.onLevel(to.x, to.y, level)]
    // Near the horizon a pixel is a mile: there it goes by what a pixel is at the target.
    const most = this.pose.range * 3
    this.takeOver()
    if (a && b && Math.hypot(a.east - b.east, a.north - b.north) < most) this.shift(a.east - b.east, a.north - b.north)
    else {
      const metres = lens.metresPerPixel(this.pose.range)
      const { right, ahead } = lens.eye
      const [x, y] = [(from.x - to.x) * metres, (to.y - from.y) * metres]
      const flat = Math.hypot(ahead.east, ahead.north) || 1
      this.shift(right.east * x + (ahead.east / flat) * y, right.north * x + (ahead.north / flat) * y)
    }
  }

  /** Metres to the right and ahead, as one sees them: for keys. */
  walk(right: number, ahead: number): void {
    this.takeOver()
    const h = (this.pose.heading * Math.PI) / 180
    this.shift(Math.cos(h) * right + Math.sin(h) * ahead, -Math.sin(h) * right + Math.cos(h) * ahead)
  }

  orbit(heading: number, pitch: number): void {
    this.flight = undefined
    this.driver = undefined
    const before = this.goal ?? this.pose
    this.goal = undefined
    this.pose = this.kept({ ...before, heading: turned(before.heading + heading), pitch: before.pitch + pitch })
  }

  /** Nearer (under 1) or farther, towards what is under the pointer. */
  zoom(factor: number, at: { x: number; y: number } | undefined, width: number, height: number): void {
    this.flight = undefined
    this.driver = undefined
    const from = this.goal ?? this.pose
    const { nearest, farthest } = this.bounds
    const range = Math.min(farthest, Math.max(nearest, from.range * factor))
    const share = 1 - range / from.range
    const point = at && new Lens(from, width, height).onLevel(at.x, at.y, from.target.up)
    const target = { ...from.target }
    if (point && !this.followed && Math.hypot(point.east - target.east, point.north - target.north) < from.range * 2) {
      target.east += (point.east - target.east) * share
      target.north += (point.north - target.north) * share
    }
    this.goal = this.kept({ ...from, target, range })
  }

  /** Begins to follow without a jump, and is with it soon. */
  private approach(target: Enu, seconds: number): void {
    const share = 1 - Math.exp(-APPROACH * seconds)
    const from = this.pose.target
    const mix = (a: number, b: number) => (Math.abs(b - a) < 0.05 ? b : a + (b - a) * share)
    const at = { east: mix(from.east, target.east), north: mix(from.north, target.north), up: mix(from.up, target.up) }
    if (this.goal) this.goal = { ...this.goal, target: at }
    this.pose = this.kept({ ...this.pose, target: at })
  }

  halt(): void {
    this.flight = undefined
    this.goal = undefined
    this.followed = undefined
    this.driver = undefined
  }

  private takeOver(): void {
    if (this.goal) this.pose = this.goal
    this.halt()
  }

  private shift(east: number, north: number): void {
    const { target } = this.pose
    this.pose = this.kept({
      ...this.pose,
      target: { ...target, east: target.east + east, north: target.north + north },
    })
  }

  private glide(seconds: number): boolean {
    const goal = this.goal as Pose
    const share = 1 - Math.exp(-GLIDE * seconds)
    const mix = (a: number, b: number) => a + (b - a) * share
    const { pose } = this
    this.pose = this.kept({
      target: {
        east: mix(pose.target.east, goal.target.east),
        north: mix(pose.target.north, goal.target.north),
        up: mix(pose.target.up, goal.target.up),
      },
      heading: turned(pose.heading + turn(pose.heading, goal.heading) * share),
      pitch: mix(pose.pitch, goal.pitch),
      range: mix(pose.range, goal.range),
    })
    if (Math.abs(this.pose.range / goal.range - 1) < 0.002) {
      this.pose = goal
      this.goal = undefined
    }
    return true
  }

  /** Within the bounds, and never below the ground. */
  private kept(pose: Pose): Pose {
    const { nearest, farthest, radius, lowest, highest } = this.bounds
    const out = Math.hypot(pose.target.east, pose.target.north)
    const pull = out > radius ? radius / out : 1
    const target = {
      east: pose.target.east * pull,
      north: pose.target.north * pull,
      up: Math.min(highest, Math.max(lowest, pose.target.up)),
    }
    const range = Math.min(farthest, Math.max(nearest, pose.range))
    const pitch = Math.min(60, Math.max(STEEPEST, pose.pitch))
    const kept = { target, range, heading: turned(pose.heading), pitch }
    const floor = Math.min(0, lowest) + CLEAR
    if (eyeOf(kept).at.up >= floor) return kept
    const sine = Math.min(1, (target.up - floor) / range)
    return { ...kept, pitch: (Math.asin(Math.max(-1, sine)) * 180) / Math.PI }
  }
}
