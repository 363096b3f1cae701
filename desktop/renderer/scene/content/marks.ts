import type { Enu } from '#shared/place/geodesy.ts'
import type { Condition } from '../../store/device-state.ts'
import type { Picked } from '../picked.ts'
import { isSomewhere } from './nowhere.ts'

/** A small picture at a place, with a name. Drawn over the scene: it is found even where a house stands before it. */
export interface Mark {
  at: Enu
  /** Its place path: what is inside of a building stands on its storey. */
  place: string
  picked: Picked
  /** Without a picture it is a name alone. */
  image: HTMLCanvasElement | undefined
  /** Pixels at a desk, from edge to edge. */
  size: number
  /** Told by the ring of a cluster, in the colours and shapes that marks use. */
  condition: Condition
  /** The higher stands in front, and keeps its name where there is room for one. */
  rank: number
  name?: string
  /** Its name is shown even if something must give way. */
  named?: boolean
  /** Metres from which on its name says nothing any more. */
  nameReach?: number
  /** Metres above its place at which it stands on a stem; 0 or none: at its place. */
  stem?: number
  stemColor?: string
  /** Marks of the same kind that would cover one another become one with a number; undefined: it always stands alone. */
  cluster?: string
  /** Where it is at a moment, for what glides between two readings. */
  moves?: (now: number) => Enu | undefined
  /** When it began to pulse (clock of the page); it stops by itself. */
  pulseFrom?: number
}

/** The marks of one layer, in rows beside one another: thousands are walked through for each picture. */
export class MarkSet {
  at = new Float32Array(3 * 64)
  readonly rows: Mark[] = []
  private readonly ids: string[] = []
  private readonly index = new Map<string, number>()
  private readonly changed: () => void
  /** Counts up with every change: who clustered an older one clusters anew. */
  version = 0

  constructor(changed: () => void) {
    this.changed = changed
  }

  get size(): number {
    return this.rows.length
  }

  get(id: string): Mark | undefined {
    const i = this.index.get(id)
    return i === undefined ? undefined : this.rows[i]
  }

  /** What is nowhere is not there. */
  put(id: string, mark: Mark): void {
    if (!isSomewhere(mark.at)) {
      this.take(id)
      return
    }
    let i = this.index.get(id)
    if (i === undefined) {
      i = this.rows.length
      this.index.set(id, i)
      this.ids.push(id)
      this.rows.push(mark)
      if (this.at.length < 3 * this.rows.length) this.grow()
    } else this.rows[i] = mark
    this.at.set([mark.at.east, mark.at.north, mark.at.up], 3 * i)
    this.touch()
  }

  take(id: string): void {
    const i = this.index.get(id)
    if (i === undefined) return
    const last = this.rows.length - 1
    this.index.delete(id)
    if (i !== last) {
      // The last one fills the gap.
      this.rows[i] = this.rows[last] as Mark
      this.ids[i] = this.ids[last] as string
      this.index.set(this.ids[i] as string, i)
      this.at.copyWithin(3 * i, 3 * last, 3 * last + 3)
    }
    this.rows.pop()
    this.ids.pop()
    this.touch()
  }

  clear(): void {
    this.rows.length = 0
    this.ids.length = 0
    this.index.clear()
    this.touch()
  }

  private touch(): void {
    this.version++
    this.changed()
  }

  private grow(): void {
    const larger = new Float32Array(this.at.length * 2)
    larger.set(this.at)
    this.at = larger
  }
}
