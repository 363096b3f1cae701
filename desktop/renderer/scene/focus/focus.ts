import type { Enu } from '#shared/place/geodesy.ts'
import { placePart, placeUpTo } from '#shared/place/path.ts'
import { floorOf } from '#tiles/cim/floors.ts'
import type { Pose } from '../camera/pose.ts'
import { isSomewhere } from '../content/nowhere.ts'
import { pageNow } from '../page-time.ts'
import type { Stage } from '../stage.ts'
import type { Vantage } from '../vantage.ts'
import { seenPose } from './seen.ts'

/** Metres from which a thing is seen with what is around it. */
const RANGE = 190

/** Longer ago than this, nobody means where he was then. */
const REMEMBERED_MS = 600_000

/**
 * Brings the camera to where a thing is seen: before no wall, on its storey when it is inside of a building; all else
 * steps back. Knows the way back to where one was.
 */
export class Focus {
  private readonly stage: Stage
  private from: (Vantage & { at: number }) | undefined

  constructor(stage: Stage) {
    this.stage = stage
  }

  /** `whole`: not to a spot, to all of the storey that it is on. */
  async visit(at: Enu, place: string, whole = false): Promise<void> {
    const { stage } = this
    const building = placeUpTo(place, 'building')
    const floor = floorOf(placePart(place, 'floor') ?? '')
    if (!isSomewhere(at)) {
      // Where in its house nobody knows.
      if (building !== undefined) await stage.inside.enter(building, { floor })
      return
    }
    const now = pageNow()
    const isRecent = this.from !== undefined && now - this.from.at <= REMEMBERED_MS
    this.from = { ...(isRecent && this.from ? this.from : stage.vantage), at: now }
    stage.state.setState({ canReturn: true })
    stage.emphasize(building)
    const wish = { floor, at: whole ? undefined : at }
    // Whoever wanted something else meanwhile has it: only where nobody can go in one stays outside.
    if (building !== undefined && floor !== undefined && (await stage.inside.enter(building, wish)) !== 'cannot') return
    stage.inside.leave()
    const target = { ...at, up: Math.max(0, at.up) }
    const { heading } = stage.rig.pose
    const inFree = (pose: Pose) => stage.intoFree(pose)
    stage.camera.flyTo(seenPose({ target, heading, range: RANGE, obstacles: stage.obstacles, stand: inFree }))
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
    if (from) await stage.goTo(from)
  }
}
