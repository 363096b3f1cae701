import type { Enu } from '#shared/place/geodesy.ts'
import { eyeOf, type Pose, turned } from '../camera/pose.ts'
import { inTheWay, type Obstacle } from './obstacles.ts'

/** From the side one came from first, then further around; lower views before steeper ones. */
const TURNS = [0, 25, -25, 50, -50, 80, -80, 110, -110, 145, -145, 180]
const PITCHES = [-32, -24, -42, -54, -68, -85]

export interface SeenWish {
  target: Enu
  /** From which side one looks now. */
  heading: number
  range: number
  obstacles: readonly Obstacle[]
  /** Where the camera stands for a pose, when something lies over a part of the picture. */
  stand?(pose: Pose): Pose
}

/**
 * A pose from which a point is seen, not merely looked at: no house stands between. Keeps as close as it can to where
 * one looks from now, so that one knows where one is on arriving. Straight from above always works.
 */
export function seenPose({ target, heading, range, obstacles, stand = (pose) => pose }: SeenWish): Pose {
  const near = obstacles.filter(
    ({ box }) =>
      target.east > box[0] - range &&
      target.east < box[2] + range &&
      target.north > box[1] - range &&
      target.north < box[3] + range,
  )
  // What hangs on a wall is a little inside of the outline as often as not.
  const own = near.filter((obstacle) => inTheWay(target, { ...target, up: target.up + 0.01 }, [obstacle]) !== undefined)
  const others = near.filter((obstacle) => !own.includes(obstacle))
  let best: { pose: Pose; cost: number } | undefined
  for (const pitch of PITCHES)
    for (const turn of TURNS) {
      const pose = stand({ target, heading: turned(heading + turn), pitch, range })
      const eye = eyeOf(pose).at
      if (inTheWay(eye, target, others)) continue
      // Through its own house it is not seen either; a view that needs no x-ray is worth a longer way around.
      const through = own.length > 0 && inTheWay(eye, stepTowards(target, eye, 4), own) ? 200 : 0
      const cost = Math.abs(turn) + 1.6 * Math.abs(pitch + 32) + through
      if (!best || cost < best.cost) best = { pose, cost }
    }
  return best?.pose ?? stand({ target, heading, pitch: -89, range })
}

function stepTowards(from: Enu, to: Enu, metres: number): Enu {
  const [east, north, up] = [to.east - from.east, to.north - from.north, to.up - from.up]
  const share = metres / (Math.hypot(east, north, up) || 1)
  return { east: from.east + east * share, north: from.north + north * share, up: from.up + up * share }
}
