import type { Moves } from '#models/kind.ts'
import type { Local } from '#shared/place/local.ts'
import type { Position } from '#shared/place/position.ts'
import type { Way, Ways } from './ways.ts'

/** Metres a second; seconds that one stops, and how often at a corner; metres that one strays from the post. */
const HABITS = {
  person: { pace: [1.1, 1.6], stop: [8, 60], stops: 0.08, range: 240 },
  vehicle: { pace: [3, 6], stop: [10, 90], stops: 0.05, range: 700 },
} as const

/** After a pause of the program nobody walks on for hours. */
const LONGEST_STEP_S = 60

/** Somebody on the way: goes on at corners rather than back, stops now and then, and comes home before long. */
export class Walker {
  private readonly ways: Ways
  private readonly habits: (typeof HABITS)[Moves['as']]
  private readonly random: () => number
  private readonly post: Local
  private at: Local
  private node: number | undefined
  private before: number | undefined
  private ahead: Local[] = []
  private heading = 0
  private speed = 0
  private pace = 1
  private rest: number

  constructor(ways: Ways, as: Moves['as'], post: Position, random: () => number) {
    this.ways = ways
    this.habits = HABITS[as]
    this.random = random
    this.post = ways.local(post)
    this.at = this.post
    this.node = ways.nearest(this.at)
    this.rest = random() * 20
  }

  /** Goes on for so many seconds; says where that led. */
  step(seconds: number): { lon: number; lat: number; heading: number; speed: number } {
    const whole = Math.min(Math.max(0, seconds), LONGEST_STEP_S)
    let left = whole
    let gone = 0
    // Nodes may lie on one spot: a ring of such must not hold us.
    for (let tries = 0; left > 1e-6 && tries < 200; tries++) {
      if (this.rest > 0) {
        const rested = Math.min(this.rest, left)
        this.rest -= rested
        left -= rested
        continue
      }
      if (this.ahead.length === 0) this.choose()
      const [target] = this.ahead
      if (!target) break
      const metres = this.toward(target, this.pace * left)
      gone += metres
      left -= metres / this.pace
    }
    if (whole > 0) this.speed = gone / whole
    return { ...this.ways.degrees(this.at), heading: this.heading, speed: this.speed }
  }

  private toward(target: Local, reach: number): number {
    const [east, north] = [target.east - this.at.east, target.north - this.at.north]
    const far = Math.hypot(east, north)
    if (far > 1e-3) this.heading = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
    if (far <= reach) {
      this.at = target
      this.ahead.shift()
      return far
    }
    this.at = { east: this.at.east + (east / far) * reach, north: this.at.north + (north / far) * reach }
    return reach
  }

  private choose(): void {
    if (this.node === undefined) return
    const { pace, stop, stops } = this.habits
    const way = this.pick(this.ways.from(this.node))
    if (!way) return
    this.before = this.node
    this.node = way.to
    this.ahead = [way.start, way.end]
    this.pace = this.between(pace)
    if (this.random() < stops) this.rest = this.between(stop)
  }

  private pick(ways: readonly Way[]): Way | undefined {
    const onward = ways.filter(({ to }) => to !== this.before)
    const open = onward.length > 0 ? onward : ways
    const weights = open.map((way) => this.weight(way))
    let luck = this.random() * weights.reduce((sum, one) => sum + one, 0)
    for (const [i, way] of open.entries()) {
      luck -= weights[i] as number
      if (luck <= 0) return way
    }
    return open[0]
  }

  private weight({ start, end, to }: Way): number {
    const turn = Math.atan2(end.east - start.east, end.north - start.north) - (this.heading * Math.PI) / 180
    const home = ({ east, north }: Local) => Math.hypot(east - this.post.east, north - this.post.north)
    const there = home(this.ways.spot(to))
    const strays = there > this.habits.range && there > home(this.at)
    return (1.2 + Math.cos(turn)) * (strays ? 0.02 : 1)
  }

  private between([least, most]: readonly [number, number]): number {
    return least + this.random() * (most - least)
  }
}
