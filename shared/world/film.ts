import type { Frame, LatestValues } from '../contract/wire.ts'
import type { Follower } from './follower.ts'
import { isStep, type StepTo } from './happenings.ts'
import type { Before, Change } from './world.ts'

export interface Shown {
  changes: Change[]
  values: string[]
}

/** What a frame changed, to take it back. */
interface Undo {
  seq: number
  at: number
  rows: Before[]
  values: [device: string, before: LatestValues | undefined][]
}

/**
 * A stretch of the past in memory: a world, and frames that lead on from it. Any moment of it is shown by going there
 * from where it stands, forwards by the frames, backwards by what they changed.
 */
export class Film {
  readonly follower: Follower
  /** Further back it does not reach. */
  from: number
  private readonly frames: Frame[] = []
  private readonly undos: Undo[] = []
  /** Up to here nothing is missing. */
  to: number

  constructor(follower: Follower, from: number) {
    this.follower = follower
    this.from = from
    this.to = from
  }

  add(frames: readonly Frame[], to: number): void {
    for (const frame of frames) this.frames.push(frame)
    this.to = to
  }

  /** As it was at a time of the stretch: all that had been told by then. */
  show(at: number): Shown {
    const shown: Shown = { changes: [], values: [] }
    while (this.undos.length < this.frames.length && this.nextFrame.at <= at) this.forwards(shown)
    while (this.undos.length > 0 && (this.frames[this.undos.length - 1] as Frame).at > at) this.backwards(shown)
    return shown
  }

  private get nextFrame(): Frame {
    return this.frames[this.undos.length] as Frame
  }

  private forwards(shown: Shown): void {
    const frame = this.nextFrame
    const { world, values } = this.follower
    const undo: Undo = { seq: world.seq, at: world.at, rows: [], values: [] }
    for (const device of Object.keys(frame.values ?? {})) undo.values.push([device, values.get(device)])
    world.onReplaced((before) => undo.rows.push(before))
    const followed = this.follower.follow(frame)
    world.onReplaced(undefined)
    if (!followed) throw new Error('a frame is missing in the film')
    this.undos.push(undo)
    for (const change of followed.changes) shown.changes.push(change)
    for (const device of followed.values) shown.values.push(device)
  }

  private backwards(shown: Shown): void {
    const undo = this.undos.pop() as Undo
    const { world, values } = this.follower
    for (const change of world.putBack(undo.rows, undo.seq, undo.at)) shown.changes.push(change)
    for (const [device, before] of undo.values) {
      if (before) values.set(device, before)
      else values.delete(device)
      shown.values.push(device)
    }
  }

  /** Lets go of what lies so far back that nobody goes there frame by frame. */
  forget(before: number): void {
    let gone = 0
    while (gone < this.undos.length && (this.frames[gone] as Frame).at < before) gone++
    if (gone === 0) return
    this.from = (this.frames[gone - 1] as Frame).at
    this.frames.splice(0, gone)
    this.undos.splice(0, gone)
  }

  get length(): number {
    return this.frames.length
  }

  /** When the next event is, or the one before, that one steps to, within the stretch. */
  eventNear(at: number, direction: 1 | -1, to: StepTo = 'any'): number | undefined {
    let i = this.firstAfter(direction === 1 ? at : at - 1) - (direction === 1 ? 0 : 1)
    for (; i >= 0 && i < this.frames.length; i += direction) {
      const frame = this.frames[i] as Frame
      if (frame.events?.some((event) => isStep(event, to))) return frame.at
    }
    return undefined
  }

  /** Frames lie in the order of their times. */
  private firstAfter(at: number): number {
    let [low, high] = [0, this.frames.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.frames[middle] as Frame).at > at) high = middle
      else low = middle + 1
    }
    return low
  }
}
