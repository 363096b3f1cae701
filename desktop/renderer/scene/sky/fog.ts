import type { Pose } from '../camera/pose.ts'
import type { Light } from './light.ts'

/** Of what one looks at, a fifth goes up in the fog at most. */
const KEPT = 2.2

/**
 * Fog lies near the ground: who looks down upon it from afar looks through less of it, and who watches over a place
 * must see it. So its reach grows with the distance to what is looked at.
 */
export function fogReach({ fog }: Pick<Light, 'fog'>, { range }: Pick<Pose, 'range'>): number {
  return Math.hypot(fog.reach, KEPT * range)
}
