import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { Fix, Run } from './fixes.ts'

/** Who comes by so near has been there; who comes again within a while has not left. */
const NEAR = 12
const AGAIN_MS = 300_000

export interface Spot {
  id: string
  lon: number
  lat: number
}

export interface Pass {
  id: string
  at: number
}

/** When one came by each of some spots, whatever the height: a point of a patrol hangs on a wall. */
export function passesOf(runs: readonly Run[], spots: readonly Spot[]): Pass[] {
  const made: Pass[] = []
  for (const { id, lon, lat } of spots) {
    const metres = metresPerDegree(lat)
    const [reachLon, reachLat] = [NEAR / metres.lon, NEAR / metres.lat]
    let lastNear = Number.NEGATIVE_INFINITY
    let best: { at: number; off: number } | undefined
    const done = () => {
      if (best) made.push({ id, at: best.at })
      best = undefined
    }
    for (const run of runs)
      for (let i = 0; i < run.length; i++) {
        const [a, b] = [run[Math.max(0, i - 1)] as Fix, run[i] as Fix]
        if (Math.min(a.lon, b.lon) > lon + reachLon || Math.max(a.lon, b.lon) < lon - reachLon) continue
        if (Math.min(a.lat, b.lat) > lat + reachLat || Math.max(a.lat, b.lat) < lat - reachLat) continue
        const [ax, ay] = [(a.lon - lon) * metres.lon, (a.lat - lat) * metres.lat]
        const [dx, dy] = [(b.lon - a.lon) * metres.lon, (b.lat - a.lat) * metres.lat]
        const long = dx * dx + dy * dy
        const share = long > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / long)) : 0
        const off = Math.hypot(ax + dx * share, ay + dy * share)
        if (off > NEAR) continue
        const at = a.at + (b.at - a.at) * share
        if (at - lastNear > AGAIN_MS) done()
        lastNear = at
        // Which of two fixes before the same point was the nearer one, a receiver does not know.
        if (!best || off < best.off - 1) best = { at, off }
      }
    done()
  }
  return made.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}
