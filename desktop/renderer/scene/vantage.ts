import type { Arrangement } from './building/arrangement.ts'
import type { Pose } from './camera/pose.ts'

/** Where one looks from, to come back to: the camera, and the building that one is in. */
export interface Vantage {
  pose: Pose
  building?: string | undefined
  arrangement?: Arrangement | undefined
}
