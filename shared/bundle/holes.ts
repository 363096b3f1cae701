import type { BundlePart } from './manifest.ts'

/** What of a bundle cannot be shown: after `from`, before `to`. */
export interface Hole {
  from: number
  to: number
}

type MomentPart = BundlePart & { from: number }
type ReelPart = BundlePart & { from: number; to: number }

/** Where a film can be begun, and what reels lead on from there. */
export interface Plan {
  /** Nothing before it can be shown, nor after `to`. */
  from: number
  to: number
  moments: MomentPart[]
  reels: ReelPart[]
  holes: Hole[]
}

/**
 * What is lost with the parts that are not what they were. Behind a reel that is lost nothing is known until the next
 * whole world; a whole world that is lost is missed by nobody, as long as the reel before it is there.
 */
export function planOf(parts: readonly BundlePart[], altered: ReadonlySet<string>, from: number, to: number): Plan {
  const whole = parts.filter(({ name }) => !altered.has(name))
  const holes: Hole[] = []
  /** Up to here it is known; undefined: not since the last hole began. */
  let known: number | undefined
  let lostSince = from
  const lose = () => {
    if (known !== undefined) lostSince = known
    known = undefined
  }
  const gone = (until: number) => {
    if (until > lostSince) holes.push({ from: lostSince, to: until })
  }
  // In the order of the file: of what happened within one millisecond there may be several reels.
  for (const part of parts) {
    const isWhole = !altered.has(part.name)
    if (isMoment(part) && isWhole) {
      if (known !== undefined && known < part.from) lose()
      if (known === undefined) gone(part.from)
      known = part.from
    }
    if (!isReel(part)) continue
    if (isWhole && known === part.from) known = part.to
    else lose()
  }
  lose()
  gone(to)
  const reels = whole.filter(isReel)
  const moments = whole.filter(isMoment)
  const [first, last] = [holes[0], holes.at(-1)]
  const begin = first?.from === from ? first.to : from
  return { from: begin, to: last?.to === to && last.from >= begin ? last.from : to, moments, reels, holes }
}

function isMoment(part: BundlePart): part is MomentPart {
  return part.kind === 'moment' && part.from !== undefined
}

function isReel(part: BundlePart): part is ReelPart {
  return part.kind === 'reel' && part.from !== undefined && part.to !== undefined
}
