import { apart, type Pose, turn, turned } from './pose.ts'

/** A way from one pose to another: the farther, the higher it rises in between, and the longer it takes. */
export interface Flight {
  seconds: number
  at(share: number): Pose
}

const LONGEST = 2.4
const SHORTEST = 0.6

export function flightBetween(from: Pose, to: Pose): Flight {
  const way = apart(from.target, to.target)
  const zoom = Math.abs(Math.log(to.range / from.range))
  const spin = Math.abs(turn(from.heading, to.heading)) / 90
  const reach = way / Math.max(from.range, to.range)
  const seconds = Math.min(LONGEST, Math.max(SHORTEST, 0.5 + 0.45 * reach + 0.35 * zoom + 0.25 * spin))
  // Seen from where it is, the way would be more than a screen: both ends come into view in the middle of it.
  const hump = Math.max(0, Math.log(way / Math.max(from.range, to.range)))
  return {
    seconds,
    at(share) {
      const t = eased(Math.min(1, Math.max(0, share)))
      const mix = (a: number, b: number) => a + (b - a) * t
      return {
        target: {
          east: mix(from.target.east, to.target.east),
          north: mix(from.target.north, to.target.north),
          up: mix(from.target.up, to.target.up),
        },
        heading: turned(from.heading + turn(from.heading, to.heading) * t),
        pitch: mix(from.pitch, to.pitch),
        range: Math.exp(mix(Math.log(from.range), Math.log(to.range)) + hump * 4 * t * (1 - t)),
      }
    },
  }
}

function eased(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2
}
