import { deviceKinds } from '#models/devices/index.ts'
import type { Frame, LatestValues } from '#shared/contract/wire.ts'
import { metresPerDegree } from '#shared/place/geodesy.ts'
import { seededRandom } from '#shared/random.ts'
import type { WorldStore } from '../../renderer/store/world-store.ts'
import { HEARD_AT } from './clock.ts'

const FRAMES_A_SECOND = 20
/** Metres in a second. */
const SPEED = { person: 1.3, vehicle: 7 }

/** Everything that moves, told where it is once a second, in frames as the server sends them: twenty a second. */
export class Feed {
  private readonly world: WorldStore
  private readonly walkers: Walker[]
  private readonly random = seededRandom(7)
  private made = 0
  played = 0

  constructor(world: WorldStore) {
    this.world = world
    this.walkers = [...world.world.devices.values()].flatMap(({ device, kind, position }) => {
      const as = deviceKinds.get(kind)?.moves?.as
      return as
        ? [{ device, speed: SPEED[as], heading: this.random() * 360, lon: position.lon, lat: position.lat }]
        : []
    })
  }

  get size(): number {
    return this.walkers.length
  }

  /** Made before anything is measured. */
  prepare(seconds: number): string[] {
    const count = seconds * FRAMES_A_SECOND
    return Array.from({ length: count }, () => JSON.stringify(this.next()))
  }

  /** Tells frame after frame at its time, until all are told or it is stopped. A frame that is late comes all the same. */
  play(frames: readonly string[]): () => void {
    const began = performance.now()
    let next = 0
    const timer = setInterval(() => {
      const due = ((performance.now() - began) / 1000) * FRAMES_A_SECOND
      for (; next < frames.length && next <= due; next++, this.played++)
        this.world.follow(JSON.parse(frames[next] as string))
    }, 1000 / FRAMES_A_SECOND)
    return () => clearInterval(timer)
  }

  private next(): Frame {
    const at = HEARD_AT + Math.round((++this.made * 1000) / FRAMES_A_SECOND)
    const values: Record<string, LatestValues> = {}
    for (let i = this.made % FRAMES_A_SECOND; i < this.walkers.length; i += FRAMES_A_SECOND) {
      const walker = this.walkers[i] as Walker
      walk(walker, this.random)
      const { device, lon, lat, heading, speed } = walker
      values[device] = [
        at,
        { lon: digits(lon, 7), lat: digits(lat, 7), heading: digits(heading, 0), speed, battery: 81 },
      ]
    }
    const { seq } = this.world.world
    return { after: seq, to: seq, at, values }
  }
}

interface Walker {
  device: string
  speed: number
  heading: number
  lon: number
  lat: number
}

function walk(walker: Walker, random: () => number): void {
  const metres = metresPerDegree(walker.lat)
  walker.heading = (walker.heading + 360 + (random() - 0.5) * 40) % 360
  const way = (walker.heading * Math.PI) / 180
  walker.lon += (Math.sin(way) * walker.speed) / metres.lon
  walker.lat += (Math.cos(way) * walker.speed) / metres.lat
}

function digits(value: number, count: number): number {
  return Number(value.toFixed(count))
}
