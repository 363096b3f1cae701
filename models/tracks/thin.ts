import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { Fix, Run } from './fixes.ts'

/** Metres: what is nearer to the line than this adds nothing that anybody could see. */
const ENOUGH = 0.25

interface Piece {
  run: number
  from: number
  to: number
  /** The fix that is farthest from where it would be said to be, and how far. */
  worst: number
  off: number
}

/**
 * Fewer fixes that tell the same ways: top-down time-ratio (Meratnia and de By 2004), which is Douglas-Peucker measured
 * against where one would be at that time, so that stops stay stops. Of all runs together at most `most` are left; ends of
 * runs always stay, unless there are more runs than that.
 */
export function thinned(runs: readonly Run[], most: number): Fix[][] {
  const kept = runs.map((run) => new Set(run.length > 1 ? [0, run.length - 1] : [0]))
  let count = kept.reduce((sum, { size }) => sum + size, 0)
  const waiting = new Heap()
  for (const [i, run] of runs.entries()) if (run.length > 2) waiting.add(pieceOf(run, i, 0, run.length - 1))
  while (count < most) {
    const piece = waiting.take()
    if (!piece || piece.off < ENOUGH) break
    const { run: i, from, to, worst } = piece
    const run = runs[i] as Run
    kept[i]?.add(worst)
    count++
    if (worst - from > 1) waiting.add(pieceOf(run, i, from, worst))
    if (to - worst > 1) waiting.add(pieceOf(run, i, worst, to))
  }
  return runs.map((run, i) => [...(kept[i] ?? [])].sort((a, b) => a - b).map((n) => run[n] as Fix))
}

function pieceOf(run: Run, index: number, from: number, to: number): Piece {
  const [a, b] = [run[from] as Fix, run[to] as Fix]
  const metres = metresPerDegree(a.lat)
  let [worst, most] = [from + 1, -1]
  for (let i = from + 1; i < to; i++) {
    const fix = run[i] as Fix
    const share = b.at > a.at ? (fix.at - a.at) / (b.at - a.at) : 0
    const east = (a.lon + (b.lon - a.lon) * share - fix.lon) * metres.lon
    const north = (a.lat + (b.lat - a.lat) * share - fix.lat) * metres.lat
    const up = a.height + (b.height - a.height) * share - fix.height
    const off = east * east + north * north + up * up
    if (off > most) [worst, most] = [i, off]
  }
  return { run: index, from, to, worst, off: Math.sqrt(most) }
}

/** The piece that is farthest off comes first. */
class Heap {
  private readonly pieces: Piece[] = []

  add(piece: Piece): void {
    const { pieces } = this
    let i = pieces.push(piece) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if ((pieces[parent] as Piece).off >= piece.off) break
      pieces[i] = pieces[parent] as Piece
      i = parent
    }
    pieces[i] = piece
  }

  take(): Piece | undefined {
    const { pieces } = this
    const [first] = pieces
    const last = pieces.pop()
    if (!last || pieces.length === 0) return first
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= pieces.length) break
      if (child + 1 < pieces.length && (pieces[child + 1] as Piece).off > (pieces[child] as Piece).off) child++
      if ((pieces[child] as Piece).off <= last.off) break
      pieces[i] = pieces[child] as Piece
      i = child
    }
    pieces[i] = last
    return first
  }
}
