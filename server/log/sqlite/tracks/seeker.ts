import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Fix, runsOf } from '#models/tracks/fixes.ts'
import { meetingsOf } from '#models/tracks/meetings.ts'
import { lengthOf, paceOf } from '#models/tracks/pace.ts'
import { passesOf } from '#models/tracks/passes.ts'
import { presenceOf } from '#models/tracks/presence.ts'
import { thinned } from '#models/tracks/thin.ts'
import type { AnkanError } from '#shared/errors.ts'
import { dayOf } from '../../storage.ts'
import type { PresenceFound, PresenceWish, TrackWish, Walker, Way, WaysFound, WayWish } from '../../tracks.ts'
import { daysOf } from '../day-files.ts'
import { guarded } from '../open.ts'
import { OpenFiles } from '../open-files.ts'
import { inTimeOrder, joined, type Points } from '../points.ts'
import { chunkPoints } from '../segment.ts'
import { fixesOf } from './fixes-of.ts'
import { isThere } from './where.ts'

/** What no day file holds yet, by device and metric. */
export type Fresh = ReadonlyMap<string, Points>

const FILE = /^readings-(\d{4}-\d{2}-\d{2})\.db$/
/** A week, and a day that began before it. */
const MOST_FILES = 8

/** Reads the files of days beside whoever writes them, one question after the other. */
export class Seeker {
  private readonly folder: string
  private readonly files = new OpenFiles(MOST_FILES)
  private readonly missing = new Set<string>()
  private days: string[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  async presence(wish: PresenceWish, fresh: Fresh): Promise<PresenceFound> {
    return this.asking(wish, async () => {
      const found: PresenceFound['found'] = []
      const there = wish.area ? isThere(wish.area) : () => true
      const sees = seeing(wish)
      for (const walker of wish.walkers) {
        const { runs } = runsOf(await this.fixes(walker, wish, fresh), walker, sees)
        const times = presenceOf(runs, there)
        if (times.length > 0) found.push({ device: walker.device, times: times.slice(0, wish.mostTimes + 1) })
      }
      return { found, missing: [...this.missing].sort() }
    })
  }

  async ways(wish: WayWish, fresh: Fresh): Promise<WaysFound> {
    return this.asking(wish, async () => {
      const sees = seeing(wish)
      const whole: Way[] = []
      for (const walker of wish.walkers) {
        const made = runsOf(await this.fixes(walker, wish, fresh), walker, sees)
        const { device } = walker
        whole.push({
          ...made,
          device,
          pace: made.runs.flatMap(paceOf),
          passes: wish.patrols.includes(device) ? passesOf(made.runs, wish.spots) : [],
          fixes: made.runs.reduce((sum, run) => sum + run.length, 0),
          metres: 0,
        })
      }
      const meetings = meetingsOf(
        whole.map(({ device, runs }) => ({ id: device, runs })),
        wish.meet,
      )
      // Thinned together: who went a long way round is told with more than who sat.
      const few = thinned(
        whole.flatMap(({ runs }) => runs),
        wish.most,
      )
      let next = 0
      const ways = whole.map((way) => {
        const runs = few.slice(next, next + way.runs.length)
        next += way.runs.length
        return { ...way, runs, metres: lengthOf(runs) }
      })
      return { ways, meetings, missing: [...this.missing].sort() }
    })
  }

  /** Files are held open for as long as somebody asks: days that are over are deleted by others. */
  private async asking<T>({ from, to }: TrackWish, work: () => Promise<T>): Promise<T> {
    this.missing.clear()
    const all = await daysOf(this.folder, FILE)
    this.days = all.filter((day) => day >= dayOf(from) && day <= dayOf(to))
    try {
      return await work()
    } finally {
      await this.files.closeAll()
    }
  }

  private async fixes(walker: Walker, wish: TrackWish, fresh: Fresh): Promise<Fix[]> {
    const { device, flies, height } = walker
    const read = (metric: string) => this.points(device, metric, wish, fresh)
    return fixesOf(await read('lon'), await read('lat'), flies ? await read('height') : undefined, height)
  }

  private async points(device: string, metric: string, { from, to }: TrackWish, fresh: Fresh): Promise<Points> {
    const parts: Points[] = []
    for (const day of this.days) parts.push(...(await this.settled(day, device, metric, from, to)))
    const young = fresh.get(`${device}\n${metric}`)
    if (young) parts.push(young)
    return between(inTimeOrder(joined(parts)), from, to)
  }

  /** A damaged day is set aside by whoever writes; here it is only not known. */
  private async settled(day: string, device: string, metric: string, from: number, to: number): Promise<Points[]> {
    const file = join(this.folder, `readings-${day}.db`)
    if (this.missing.has(day) || !existsSync(file)) return []
    try {
      return await guarded(file, () => this.files.use(file, (db) => chunkPoints(db, device, metric, from, to)))
    } catch (error) {
      if ((error as AnkanError).code !== 'storage.damaged') throw error
      this.missing.add(day)
      return []
    }
  }
}

function seeing({ sees }: TrackWish): ((fix: Fix) => boolean) | undefined {
  if (!sees) return undefined
  const may = isThere(sees)
  return ({ lon, lat }) => may(lon, lat)
}

function between({ at, value }: Points, from: number, to: number): Points {
  let [first, end] = [0, at.length]
  while (first < end && (at[first] as number) < from) first++
  while (end > first && (at[end - 1] as number) > to) end--
  return first === 0 && end === at.length ? { at, value } : { at: at.slice(first, end), value: value.slice(first, end) }
}
