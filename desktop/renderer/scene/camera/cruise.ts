import { type Flight, flightBetween } from './flight.ts'
import { type Pose, turned } from './pose.ts'

/** Seconds at a view, turning about it, and on the way to the next. */
const STAY = 16
const WAY = 6
const DEGREES_A_SECOND = 1.1

/** An endless tour of views: calm enough to be watched all day. Returns what drives the camera. */
export function cruiseOver(views: readonly Pose[], from: Pose): (now: number) => Pose | undefined {
  let began: number | undefined
  let leg = 0
  let start = from
  let way: Flight | undefined
  return (now) => {
    if (views.length === 0) return undefined
    began ??= now
    let seconds = (now - began) / 1000
    // A page that slept goes on where it is, and does not race through what it missed.
    if (seconds > 2 * (WAY + STAY)) {
      began = now
      seconds = 0
    }
    const view = views[leg % views.length] as Pose
    way ??= flightBetween(start, view)
    if (seconds < WAY) return way.at(seconds / WAY)
    const heading = turned(view.heading + DEGREES_A_SECOND * (seconds - WAY))
    const pose = { ...view, heading }
    if (seconds > WAY + STAY) {
      start = pose
      began = now
      way = undefined
      leg++
    }
    return pose
  }
}
