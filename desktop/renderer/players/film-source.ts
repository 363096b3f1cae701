import type { Call } from '#shared/contract/call.ts'
import { findNear, type PastPosition, readMoment, readReel } from '#shared/contract/history.ts'
import type { Frame, FullState } from '#shared/contract/wire.ts'
import { Film } from '#shared/world/film.ts'
import { Follower } from '#shared/world/follower.ts'
import type { StepTo } from '#shared/world/happenings.ts'
import type { PastSource, Stretch } from './past-source.ts'

type Nearest = { at: number | null; until: number | null }

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

  async near(at: number, direction: 1 | -1, to: StepTo): Promise<number | undefined> {
    for (let from: number | null = at; from !== null; ) {
      const near: Nearest = await this.deps.ask(findNear, { at: from, direction, to })
      if (near.at !== null) return near.at
      from = near.until
    }
    return undefined
  }
}
