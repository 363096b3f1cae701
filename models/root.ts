import { placeUpTo } from '#shared/place/path.ts'
import type { Alarm, Sign } from '#shared/world/alarm-record.ts'
import { mayCause, metresBetween } from './causes.ts'

export type Suspect = Pick<Alarm, 'alarm' | 'rule' | 'place' | 'position' | 'raisedAt'> & { sign: Sign }

export interface Root {
  alarm: string
  /** So many of the others it can be the cause of. */
  explains: number
  of: number
  /** It is not the first that was told: what came when and where points to it all the same. */
  isInferred: boolean
}

/** What was told so long after the first can hardly be where it began. */
const SUSPECT_MS = 60_000
const MOST_SUSPECTS = 60
/** Clocks of devices and their rounds differ: what is told a little later may have been there before. */
const SLACK_MS = 15_000
/** From fewer alarms of a floor nothing is seen but which came first. */
const LEAST_TO_FIT = 4
/** What lies far off the line is something else, a slow detector: it counts no more than so many seconds. */
const FARTHEST_OFF = 30

/**
 * Which of several alarms of one cause is likely where it began. Of those that can be the cause of nearly all others it is
 * the one on the floor where it was there first, from which what came when fits best with how far away it is.
 */
export function rootOf(alarms: readonly Suspect[]): Root | undefined {
  const inTime = [...alarms].sort((a, b) => a.raisedAt - b.raisedAt)
  const [first] = inTime
  if (!first) return undefined
  const mayCauseAll = byFloors(inTime)
  const suspects = inTime
    .slice(0, MOST_SUSPECTS)
    .filter(({ raisedAt }) => raisedAt - first.raisedAt <= SUSPECT_MS)
    .map((suspect) => ({ suspect, explains: mayCauseAll(suspect) }))
  const most = Math.max(...suspects.map(({ explains }) => explains))
  // One or two more or less say nothing.
  const likely = suspects.filter(({ explains }) => explains >= most * 0.8).map((one) => one.suspect)
  const suspect = origin(likely, inTime)
  const explains = suspects.find((one) => one.suspect === suspect)?.explains ?? 0
  return { alarm: suspect.alarm, explains, of: inTime.length - 1, isInferred: suspect !== first }
}

/** How many of all one may be the cause of. What is of one sign and floor is asked once for all. */
function byFloors(inTime: readonly Suspect[]): (cause: Suspect) => number {
  const groups = new Map<string, Suspect[]>()
  for (const one of inTime) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const known = new Map<string, Suspect[][]>()
  return (cause) => {
    const key = keyOf(cause)
    let reached = known.get(key)
    if (!reached) {
      reached = [...groups.values()].filter(([some]) => some && mayCause(cause, some))
      known.set(key, reached)
    }
    const from = cause.raisedAt - SLACK_MS
    let count = 0
    for (const group of reached) for (const one of group) if (one !== cause && one.raisedAt >= from) count++
    return count
  }
}

const keyOf = (one: Suspect) => `${one.sign}@${floorOf(one)}`

/** The others of its kind on its floor: how much later, in seconds, and how far away. */
interface Course {
  suspect: Suspect
  points: readonly { s: number; m: number }[]
}

interface Fit {
  /** Seconds a metre. */
  slowness: number
  /** When it would have begun there, in milliseconds. */
  at: number
  /** How badly that fits, in seconds. */
  misfit: number
}

/** The floor where it was there first, judged by whoever fits best on it; and there whoever fits best. */
function origin(suspects: readonly Suspect[], all: readonly Suspect[]): Suspect {
  const courses = suspects.map((suspect) => courseOf(suspect, all))
  const crowded = Math.max(...courses.map(({ points }) => points.length))
  // It spreads at one pace everywhere; the floor that tells most of it tells how fast.
  const [best] = bestOf(
    courses.filter(({ points }) => points.length === crowded).map((one) => ({ ...one, ...fit(one) })),
  )
  const slowness = crowded < LEAST_TO_FIT ? 0 : (best?.slowness ?? 0)
  const floors = new Map<string, (Course & Fit)[]>()
  for (const course of courses) {
    const floor = floorOf(course.suspect)
    floors.set(floor, [...(floors.get(floor) ?? []), { ...course, ...fit(course, slowness) }])
  }
  const first = [...floors.values()].map((those) => bestOf(those)[0] as Course & Fit).sort((a, b) => a.at - b.at)[0]
  const there = first ? floors.get(floorOf(first.suspect)) : undefined
  return (bestOf((there ?? []).map((one) => ({ ...one, ...fit(one) })))[0] as Course & Fit).suspect
}

function courseOf(suspect: Suspect, all: readonly Suspect[]): Course {
  const floor = floorOf(suspect)
  const points = all
    .filter((one) => one.rule === suspect.rule && floorOf(one) === floor)
    .map((one) => ({ s: (one.raisedAt - suspect.raisedAt) / 1000, m: metresBetween(suspect.position, one.position) }))
  return { suspect, points }
}

/** Were it the origin, each would come the later the farther away it is; when it began is not known, nor how fast unless said. */
function fit({ suspect, points }: Course, known?: number): Fit {
  const [middleS, middleM] = [mean(points.map(({ s }) => s)), mean(points.map(({ m }) => m))]
  // Of few nothing is seen but which came first.
  if (points.length < LEAST_TO_FIT) return { slowness: 0, at: suspect.raisedAt, misfit: -middleS }
  const spread = points.reduce((sum, { m }) => sum + (m - middleM) ** 2, 0)
  const together = points.reduce((sum, { s, m }) => sum + (m - middleM) * (s - middleS), 0)
  // Nothing comes sooner to what is farther away.
  const slowness = known ?? (spread === 0 ? 0 : Math.max(0, together / spread))
  const start = middleS - slowness * middleM
  const misfit = mean(points.map(({ s, m }) => Math.min(FARTHEST_OFF, Math.abs(s - start - slowness * m)) ** 2))
  return { slowness, at: suspect.raisedAt + start * 1000, misfit }
}

/** Those with most to tell, the best first: a single button fits any line. */
function bestOf<F extends Fit & Course>(fits: readonly F[]): F[] {
  const most = Math.max(...fits.map(({ points }) => points.length))
  return fits.filter(({ points }) => points.length * 2 > most).sort((a, b) => a.misfit - b.misfit)
}
const floorOf = ({ place }: Suspect) => placeUpTo(place, 'floor') ?? place
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
