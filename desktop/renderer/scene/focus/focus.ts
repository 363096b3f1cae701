import type { Enu } from '#shared/place/geodesy.ts'
import type { Arrangement } from '../building/arrangement.ts'
import type { Pose } from '../camera/pose.ts'
import type { Stage } from '../stage.ts'
import { seenPose } from './seen.ts'

/** Metres from which a thing is seen with what is around it. */
const RANGE = 190

interface From {
  pose: Pose
  building: string | undefined
  arrangement: Arrangement | undefined
  at: number
}

/** Longer ago than this, nobody means where he was then. */
const REMEMBERED_MS = 600_000

/**
 * Brings the camera to where a thing is seen: before no wall, on its storey when it is inside of a building; all else
 * steps back. Knows the way back to where one was.
 */
export class Focus {
  private readonly stage: Stage
  private from: From | undefined

  constructor(stage: Stage) {
    this.stage = stage
  }

  async visit(at: Enu, place: string): Promise<void> {
    const { stage } = this
    const now = performance.now()
    if (!this.from || now - this.from.at > REMEMBERED_MS) {
      const { place: building, arrangement } = stage.inside
      this.from = { pose: stage.rig.pose, building, arrangement, at: now }
    }
    stage.state.setState({ canReturn: true })
    const { building, floor } = partsOf(place)
    stage.emphasize(building)
    if (building !== undefined && floor !== undefined && (await stage.inside.enter(building, { floor, at }))) return
    stage.inside.leave()
    stage.flyTo(seenPose({ ...at, up: Math.max(0, at.up) }, stage.rig.pose.heading, RANGE, stage.obstacles))
  }

  /** Lets all colours come back, and forgets the way back: somebody goes on by hand. */
  clear(): void {
    this.from = undefined
    this.stage.emphasize(undefined)
    this.stage.state.setState({ canReturn: false })
  }

  async goBack(): Promise<void> {
    const { from, stage } = this
    this.clear()
    if (!from) return
    const { building, arrangement, pose } = from
    if (building !== undefined && (await stage.inside.enter(building, { arrangement, pose }))) return
    stage.inside.leave()
    stage.flyTo(pose)
  }
}

/** The building and the storey that a place path names. */
export function partsOf(place: string): { building?: string; floor?: number } {
  const parts = place.split('/')
  if (parts.length < 3) return {}
  const building = parts.slice(0, 3).join('/')
  const level = /^(f|b)0*(\d+)$/.exec(parts[3] ?? '')
  if (!level) return { building }
  return { building, floor: level[1] === 'f' ? Number(level[2]) : -Number(level[2]) }
}
