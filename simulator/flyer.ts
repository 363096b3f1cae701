import { type Local, toDegrees, toLocal } from '#shared/place/local.ts'
import type { Position } from '#shared/place/position.ts'

/** Metres above the ground, metres a second, seconds. */
const CRUISE = [45, 75] as const
const PACE = 8
const CLIMB = 3
const HOVER = [6, 25] as const
const REST = 240
/** Corners of a round, and how far from its post they lie. */
const CORNERS = 7
const REACH = [90, 320] as const
const LONGEST_STEP_S = 60

interface Corner extends Local {
  up: number
}

/** A drone on its rounds: up from its post, from corner to corner, above all roofs, hovering here and there, and home again. */
export class Flyer {
  private readonly center: Position
  private readonly random: () => number
  private readonly post: Corner
  private at: Corner
  private ahead: Corner[] = []
  private heading = 0
  private rest: number

  constructor(center: Position, post: Position, random: () => number) {
    this.center = center
    this.random = random
    this.post = { ...toLocal(center, post.lon, post.lat), up: Math.max(0, post.height) }
    this.at = this.post
    this.rest = random() * 20
  }

  /** Goes on for so many seconds; says where that led. */
  step(seconds: number): { lon: number; lat: number; height: number; heading: number; speed: number } {
    const whole = Math.min(Math.max(0, seconds), LONGEST_STEP_S)
    let [left, gone] = [whole, 0]
    while (left > 1e-6) {
      if (this.rest > 0) {
        const rested = Math.min(this.rest, left)
        this.rest -= rested
        left -= rested
        continue
      }
      if (this.ahead.length === 0) this.plan()
      const target = this.ahead[0] as Corner
      const [east, north, up] = [target.east - this.at.east, target.north - this.at.north, target.up - this.at.up]
      const flat = Math.hypot(east, north)
      const takes = Math.max(flat / PACE, Math.abs(up) / CLIMB)
      if (flat > 0.1) this.heading = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
      if (takes <= left) {
        this.at = target
        this.ahead.shift()
        left -= takes
        gone += flat
        this.rest = this.ahead.length === 0 ? REST : this.random() < 0.5 ? this.between(HOVER) : 0
        continue
      }
      const share = left / takes
      this.at = {
        east: this.at.east + east * share,
        north: this.at.north + north * share,
        up: this.at.up + up * share,
      }
      gone += flat * share
      left = 0
    }
    const [lon, lat] = toDegrees(this.center, this.at)
    return { lon, lat, height: this.at.up, heading: this.heading, speed: whole > 0 ? gone / whole : 0 }
  }

  /** Straight up, once around, straight down. */
  private plan(): void {
    const { post } = this
    const up = this.between(CRUISE)
    const first = this.random() * 2 * Math.PI
    const corners = Array.from({ length: CORNERS }, (_, i): Corner => {
      const [turn, reach] = [first + (i / CORNERS) * 2 * Math.PI, this.between(REACH)]
      return { east: reach * Math.sin(turn), north: reach * Math.cos(turn), up }
    })
    this.ahead = [{ ...post, up }, ...corners, { ...post, up }, post]
  }

  private between([least, most]: readonly [number, number]): number {
    return least + this.random() * (most - least)
  }
}
