import type { Bundle } from '#shared/bundle/bundle.ts'
import { type Hole, type Plan, planOf } from '#shared/bundle/holes.ts'
import type { BundlePart } from '#shared/bundle/manifest.ts'
import type { PastPosition } from '#shared/contract/history.ts'
import type { Frame, FullState } from '#shared/contract/wire.ts'
import { Film } from '#shared/world/film.ts'
import { Follower } from '#shared/world/follower.ts'
import { isStep, type StepTo } from '#shared/world/happenings.ts'
import { areaOf } from '#shared/world/world.ts'
import type { Happening, PastSource, Stretch } from './past-source.ts'

/** A part is not what it was when the file was made. */
export class AlteredError extends Error {
  readonly code = 'bundle.altered'
}

type Unpack = <T>(content: Uint8Array) => Promise<T>

/** Stretches of the past out of a file. A position counts the reels in its `row`. */
export class BundleSource implements PastSource {
  readonly begin: number
  readonly goesOn = false
  readonly holes: readonly Hole[]
  private readonly bundle: Bundle
  private readonly unpack: Unpack
  private readonly plan: Plan

  constructor(bundle: Bundle, unpack: Unpack) {
    const { parts, from, to } = bundle.manifest
    this.bundle = bundle
    this.unpack = unpack
    this.plan = planOf(parts, bundle.altered, from, to)
    this.begin = this.plan.from
    this.holes = this.plan.holes
  }

  /** Nothing of it can be shown. */
  get isEmpty(): boolean {
    return this.plan.moments.length === 0
  }

  end(): number {
    return this.plan.to
  }

  async stretch(from: number, to: number): Promise<Stretch> {
    const hole = this.holes.find((one) => one.from < from && from < one.to)
    if (hole && hole.to > to) throw new AlteredError()
    const wanted = Math.max(this.begin, hole?.to ?? from)
    const moment = this.plan.moments.findLast((part) => part.from <= wanted)
    if (!moment) throw new AlteredError()
    const follower = new Follower()
    follower.start(await this.content<FullState>(moment))
    const film = new Film(follower, moment.from)
    const first = this.plan.reels.findIndex((part) => part.from >= moment.from)
    let end: PastPosition = { at: moment.from, seq: 0, row: first === -1 ? this.plan.reels.length : first }
    while (end.at < to && this.follows(end)) {
      const more = await this.one(end)
      film.add(more.frames, more.end.at)
      end = more.end
    }
    return { film, end }
  }

  private follows({ at, row }: PastPosition): boolean {
    return this.plan.reels[row]?.from === at
  }

  async reel(from: PastPosition, to: number): Promise<{ frames: Frame[]; end: PastPosition }> {
    const { frames, end } = await this.one(from)
    let last = end
    while (last.at < to && this.follows(last)) {
      const more = await this.one(last)
      for (const frame of more.frames) frames.push(frame)
      last = more.end
    }
    return { frames, end: last }
  }

  private async one(from: PastPosition): Promise<{ frames: Frame[]; end: PastPosition }> {
    const part = this.plan.reels[from.row]
    if (!part || part.from !== from.at) throw new AlteredError()
    const frames = await this.content<Frame[]>(part)
    return { frames: frames.map(known), end: { at: part.to, seq: 0, row: from.row + 1 } }
  }

  async happened(at: number, direction: 1 | -1, to: StepTo, limit: number): Promise<Happening[]> {
    const reels = [...this.plan.reels.entries()].filter(([, part]) => (direction === 1 ? part.to > at : part.from < at))
    const found: Happening[] = []
    for (const [row, part] of direction === 1 ? reels : reels.reverse()) {
      const { frames } = await this.one({ at: part.from, seq: 0, row })
      const meant = frames.flatMap((frame) =>
        (frame.at - at) * direction > 0 ? (frame.events ?? []).filter((event) => isStep(event, to)) : [],
      )
      found.push(...((direction === 1 ? meant : meant.reverse()) as Happening[]))
      if (found.length >= limit) return found.slice(0, limit)
    }
    return found
  }

  /** All that can be read of what happened between two times, in its order. */
  async *reels(from = this.begin, to = this.end()): AsyncGenerator<{ frames: Frame[] }> {
    for (const [row, part] of this.plan.reels.entries())
      if (part.to >= from && part.from <= to) yield await this.one({ at: part.from, seq: 0, row })
  }

  /** What a part holds, of which it is known that nobody has altered it. */
  async content<T>(part: BundlePart): Promise<T> {
    const content = await this.bundle.content(part)
    if (!content) throw new AlteredError()
    try {
      return await this.unpack<T>(content)
    } catch {
      throw new AlteredError()
    }
  }
}

/** What a newer program tells, and this one does not know, is passed over. */
function known(frame: Frame): Frame {
  if (!frame.events || frame.events.every(({ type }) => areaOf(type))) return frame
  return { ...frame, events: frame.events.filter(({ type }) => areaOf(type)) }
}
