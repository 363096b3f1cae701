import type { Call } from '#shared/contract/call.ts'
import { type PastPosition, readHappened, readMoment, readReel } from '#shared/contract/history.ts'
import type { Frame, FullState } from '#shared/contract/wire.ts'
import { Film } from '#shared/world/film.ts'
import { Follower } from '#shared/world/follower.ts'
import type { StepTo } from '#shared/world/happenings.ts'
import type { Happening, PastSource, Stretch } from './past-source.ts'

export interface FilmSourceDeps {
  ask<I, O>(call: Call<I, O>, input: I): Promise<O>
  /** What is packed in an answer. */
  unpack<T>(packed: string): Promise<T>
  /** The present, by the server's clock. */
  now(): number
}

/** Fetches stretches of the past from the server. */
export class FilmSource implements PastSource {
  readonly begin = 0
  readonly goesOn = true
  readonly holes = []
  private readonly deps: FilmSourceDeps

  constructor(deps: FilmSourceDeps) {
    this.deps = deps
  }

  end(): number {
    return this.deps.now()
  }

  async stretch(from: number, to: number): Promise<Stretch> {
    const { position, packed } = await this.deps.ask(readMoment, { at: from })
    const follower = new Follower()
    follower.start(await this.deps.unpack<FullState>(packed))
    const film = new Film(follower, position.at)
    let end = position
    while (end.at < to) {
      const more = await this.reel(end, to)
      film.add(more.frames, more.end.at)
      end = more.end
    }
    return { film, end }
  }

  async reel(from: PastPosition, to: number): Promise<{ frames: Frame[]; end: PastPosition }> {
    const { position, packed } = await this.deps.ask(readReel, { from, to })
    return { frames: await this.deps.unpack<Frame[]>(packed), end: position }
  }

  async happened(at: number, direction: 1 | -1, to: StepTo, limit: number): Promise<Happening[]> {
    const found: Happening[] = []
    for (let from: number | null = at; from !== null && found.length < limit; ) {
      const more: { events: Happening[]; until: number | null } = await this.deps.ask(readHappened, {
        at: from,
        direction,
        to,
        limit: limit - found.length,
      })
      found.push(...more.events)
      from = more.until
    }
    return found
  }
}
