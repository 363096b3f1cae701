import { isWithin, type PlaceLevel } from '#shared/place/path.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Finding } from '../rules/engine/running.ts'
import { Chains } from './chains.ts'

/** How what befalls many devices at once becomes one finding. */
export interface Gather {
  /** What the one is called. */
  rule: string
  grade: Finding['grade']
  metric: string
  /** The smallest places that it is said of. */
  deepest: PlaceLevel
  /** One alone is told only after so long: the others of its cable fall silent at their own times. */
  patienceMs: number
  /** The many are told when so long nobody else has fallen silent there or around: it may be more than this place. */
  quietMs: number
  /** But no later than this. */
  latestMs: number
}

/** So many at least, and such a share of those that stand there: they have one cause. */
const LEAST = 5
const SHARE = 0.5
/** From this share on a place may be on its way to being out as a whole. */
const GROWING = 0.2
/** Below this share it is over, and whoever is still out is so for reasons of its own. */
const OVER = 0.2

/** No kind is called like that: it is about a place. */
const OF_A_PLACE = 'health'

interface Struck {
  finding: Finding
  device: Device
  since: number
}

export interface GatheringEnds {
  /** How many devices stand at or below a place, of those that could be struck. */
  total(place: string): number
  /** Whether it is to be told of one alone, now that its patience is over: it may be heard of in another way. */
  isTold(device: string, now: number): boolean
}

/** Devices that something has befallen. One cut cable is one finding, not four hundred. */
export class Gathering {
  private readonly how: Gather
  private readonly ends: GatheringEnds
  private readonly struck = new Map<string, Struck>()
  /** Places that are out, since when, and whether that was said. */
  private readonly out = new Map<string, { since: number; said: boolean; device: string }>()
  /** How many are struck at or below a place, kept as they come and go. */
  private readonly counts = new Map<string, Counted>()
  private readonly chains: Chains
  /** Struck, and not told by themselves. */
  private readonly untold = new Set<Struck>()

  constructor(how: Gather, ends: GatheringEnds) {
    this.how = how
    this.ends = ends
    this.chains = new Chains(how.deepest)
  }

  /** What was said before a restart: it stands until its devices are heard of again. */
  resume(place: string, device: string, now: number): void {
    if (!this.out.has(place)) this.out.set(place, { since: now, said: true, device })
  }

  strike(device: Device, finding: Finding, now: number): void {
    if (this.struck.has(device.device)) return
    const one = { finding, device, since: now }
    this.struck.set(device.device, one)
    this.untold.add(one)
    for (const place of this.chains.of(device.place)) {
      const known = this.counts.get(place)
      if (known) {
        known.count++
        known.grewAt = now
      } else this.counts.set(place, { count: 1, device: device.device, grewAt: now })
    }
  }

  release(id: string): void {
    const one = this.struck.get(id)
    if (!one) return
    this.struck.delete(id)
    this.untold.delete(one)
    for (const place of this.chains.of(one.device.place)) {
      const known = this.counts.get(place)
      if (known && --known.count === 0) this.counts.delete(place)
    }
  }

  /** Nobody is struck, and nothing that was said stands. */
  get isCalm(): boolean {
    return this.struck.size === 0 && this.out.size === 0
  }

  /** What was said may not have been heard. */
  repeat(): void {
    for (const one of this.struck.values()) this.untold.add(one)
    for (const one of this.out.values()) one.said = false
  }

  /** What is to be said now. */
  settle(now: number): Finding[] {
    return [...this.end(now), ...this.begin(now), ...this.alone(now)]
  }

  private alone(now: number): Finding[] {
    const found: Finding[] = []
    for (const one of this.untold) {
      if (now - one.since < this.how.patienceMs || this.isCovered(one.device.place)) continue
      if (!this.ends.isTold(one.device.device, now)) continue
      this.untold.delete(one)
      found.push({ ...one.finding, level: 'on', at: one.since })
    }
    return found
  }

  private begin(now: number): Finding[] {
    const found: Finding[] = []
    for (const [place, { count, device }] of this.counts) {
      const known = this.out.get(place)
      if (!known) {
        if (this.isOut(place, count)) this.out.set(place, { since: now, said: false, device })
        continue
      }
      // What a larger place explains is not said of the smaller one.
      if (known.said || this.isCovered(place, true)) continue
      if (now - known.since < this.how.latestMs && this.isGrowing(place, now)) continue
      known.said = true
      found.push(this.finding(place, known.device, 'on', known.since, count))
    }
    return found
  }

  private end(now: number): Finding[] {
    const found: Finding[] = []
    for (const [place, known] of this.out) {
      const count = this.counts.get(place)?.count ?? 0
      // What was never said has to be so still.
      const isOver = known.said ? count <= OVER * this.ends.total(place) : !this.isOut(place, count)
      const wasSaid = known.said
      if (known.said && (isOver || this.isCovered(place, true))) {
        known.said = false
        found.push(this.finding(place, known.device, 'off', now, count))
      }
      if (isOver) {
        this.out.delete(place)
        // Whoever is still silent may be on the way back: their patience begins anew.
        if (wasSaid) this.beginAnew(place, now)
      }
    }
    return found
  }

  /** Here, or in a place around that may be out as a whole, somebody has just fallen silent. */
  private isGrowing(place: string, now: number): boolean {
    return this.chains.of(place).some((one) => {
      const known = this.counts.get(one)
      return known && now - known.grewAt < this.how.quietMs && known.count >= GROWING * this.ends.total(one)
    })
  }

  private beginAnew(place: string, now: number): void {
    for (const one of this.untold) if (isWithin(one.device.place, place)) one.since = now
    for (const [inner, known] of this.out) if (isWithin(inner, place)) known.since = now
    for (const [inner, known] of this.counts) if (isWithin(inner, place)) known.grewAt = now
  }

  private isOut(place: string, count: number): boolean {
    return count >= LEAST && count >= SHARE * this.ends.total(place)
  }

  /** Whether a place that is out, or may be, holds this one. */
  private isCovered(place: string, besidesItself = false): boolean {
    return this.chains.of(place).some((holder) => !(besidesItself && holder === place) && this.out.has(holder))
  }

  private finding(group: string, device: string, level: 'on' | 'off', at: number, value: number): Finding {
    const { rule, grade, metric } = this.how
    const limit = this.ends.total(group)
    return { device, rule, kind: OF_A_PLACE, group, level, at, grade, is: 'together', metric, limit, value }
  }
}

interface Counted {
  count: number
  /** When the last of them fell silent. */
  grewAt: number
  /** The first of them: the alarm hangs on a device. */
  device: string
}
