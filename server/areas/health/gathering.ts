import { isWithin, type PlaceLevel } from '#shared/place/path.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Finding } from '../rules/engine/running.ts'
import { explaining, most, type Share } from './causes.ts'
import { behind, Chains, gatewayIn } from './chains.ts'

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
  /** What is said of a gateway, where those behind it may have that in common. */
  gateway?: { rule: string; grade: Finding['grade'] }
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
  /** How many devices stand at or below a place, or behind a gateway, of those that could be struck. */
  total(group: string): number
  /** Those behind a gateway that could be struck. */
  behind(gateway: string): Iterable<Device>
  /** What its link says, for a gateway that says nothing itself; undefined: there is no such device. */
  isAway(gateway: string): boolean | undefined
  /** Whether it is to be told of one alone, now that its patience is over: it may be heard of in another way. */
  isTold(device: string, now: number): boolean
}

/** Devices that something has befallen. One cut cable is one finding, not four hundred. */
export class Gathering {
  private readonly how: Gather
  private readonly ends: GatheringEnds
  private readonly struck = new Map<string, Struck>()
  /** Places and gateways that are out, since when, and whether that was said. */
  private readonly out = new Map<string, Out>()
  /** Of those that are out, the ones that explain the others. */
  private causes: ReadonlySet<string> = new Set()
  /** How many are struck at or below a place, or behind a gateway, kept as they come and go. */
  private readonly counts = new Map<string, Counted>()
  private readonly chains: Chains
  /** Struck, and not told by themselves. */
  private readonly untold = new Set<Struck>()

  constructor(how: Gather, ends: GatheringEnds) {
    this.how = how
    this.ends = ends
    this.chains = new Chains(how.deepest)
  }

  /** It is known to have been said: it stands until its devices are heard of again. */
  resume(group: string, device: string, now: number): void {
    this.out.set(group, { since: this.out.get(group)?.since ?? now, said: true, device })
  }

  /** Whether something was said of a group, and may stand no more. */
  doubt(group: string): boolean {
    const known = this.out.get(group)
    if (known) known.said = false
    return known !== undefined
  }

  strike(device: Device, finding: Finding, now: number): void {
    if (this.struck.has(device.device)) return
    const one = { finding, device, since: now }
    this.struck.set(device.device, one)
    this.untold.add(one)
    for (const group of this.groupsOf(device)) {
      const known = this.counts.get(group)
      if (known) {
        known.count++
        known.grewAt = now
      } else this.counts.set(group, { count: 1, device: gatewayIn(group) ?? device.device, grewAt: now })
    }
  }

  release(id: string): void {
    const one = this.struck.get(id)
    if (!one) return
    this.struck.delete(id)
    this.untold.delete(one)
    for (const group of this.groupsOf(one.device)) {
      const known = this.counts.get(group)
      if (known && --known.count === 0) this.counts.delete(group)
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
    this.look(now)
    return [...this.end(now), ...this.begin(now), ...this.alone(now)]
  }

  private groupsOf(device: Device): readonly string[] {
    return this.how.gateway ? this.chains.groups(device) : this.chains.of(device.place)
  }

  /** Who is out now, and by whom that is explained. */
  private look(now: number): void {
    for (const [group, { count, device }] of this.counts)
      if (!this.out.has(group) && this.isOut(group, count)) this.out.set(group, { since: now, said: false, device })
    this.causes = explaining(this.out.keys(), {
      share: (group) => ({ count: this.countOf(group), total: this.ends.total(group) }),
      spread: (gateway) => this.spread(gateway),
      isEnough: (group, { count, total }) =>
        this.out.get(group)?.said ? count > OVER * total : count >= SHARE * total,
    })
  }

  private alone(now: number): Finding[] {
    const found: Finding[] = []
    for (const one of this.untold) {
      if (now - one.since < this.how.patienceMs || this.isCovered(one.device)) continue
      if (!this.ends.isTold(one.device.device, now)) continue
      this.untold.delete(one)
      found.push({ ...one.finding, level: 'on', at: one.since })
    }
    return found
  }

  private begin(now: number): Finding[] {
    const found: Finding[] = []
    for (const [group, known] of this.out) {
      if (known.said || !this.causes.has(group)) continue
      if (now - known.since < this.how.latestMs && this.mayGrow(group, known, now)) continue
      known.said = true
      found.push(...this.itself(group, now), this.finding(group, known.device, 'on', known.since))
    }
    return found
  }

  private end(now: number): Finding[] {
    const found: Finding[] = []
    for (const [group, known] of this.out) {
      const isOver = this.isOver(group, known)
      const wasSaid = known.said
      if (wasSaid && (isOver || !this.causes.has(group))) {
        known.said = false
        found.push(this.finding(group, known.device, 'off', now))
      }
      if (isOver) {
        this.out.delete(group)
        // Whoever is still silent may be on the way back: their patience begins anew.
        if (wasSaid) this.beginAnew(group, now)
      }
    }
    return found
  }

  /** What was said of a gateway alone is over when it is said of all that are behind it. */
  private itself(group: string, now: number): Finding[] {
    const one = this.struck.get(gatewayIn(group) ?? '')
    if (!one || this.untold.has(one)) return []
    this.untold.add(one)
    return [{ ...one.finding, level: 'off', at: now }]
  }

  private mayGrow(group: string, known: Out, now: number): boolean {
    const gateway = gatewayIn(group)
    if (gateway === undefined) return this.isGrowing(group, now) || this.isSpreading(group, now)
    // Of a gateway that is away all who are behind it fall silent, the slow ones as well.
    if (this.countOf(group) < this.ends.total(group) && now - known.since < this.how.patienceMs) return true
    if (this.hasGrown(group, now)) return true
    const byPlace = this.spread(gateway)
    const all = most(byPlace)
    for (const [place, { count }] of byPlace) if (count === all && this.hasGrown(place, now)) return true
    return false
  }

  /** Here, or in a place around that may be out as a whole, somebody has just fallen silent. */
  private isGrowing(place: string, now: number): boolean {
    return this.chains.of(place).some((one) => this.hasGrown(one, now))
  }

  /** Behind a gateway of somebody here, wherever that may be. */
  private isSpreading(place: string, now: number): boolean {
    for (const group of this.counts.keys()) {
      const gateway = gatewayIn(group)
      if (gateway !== undefined && this.hasGrown(group, now) && this.spread(gateway).get(place)?.count) return true
    }
    return false
  }

  private hasGrown(group: string, now: number): boolean {
    const known = this.counts.get(group)
    return (
      known !== undefined && now - known.grewAt < this.how.quietMs && known.count >= GROWING * this.ends.total(group)
    )
  }

  private beginAnew(group: string, now: number): void {
    const gateway = gatewayIn(group)
    if (gateway !== undefined) {
      for (const one of this.untold)
        if (one.device.device === gateway || one.device.gateway === gateway) one.since = now
      return
    }
    for (const one of this.untold) if (isWithin(one.device.place, group)) one.since = now
    for (const [inner, known] of this.out) if (isWithin(inner, group)) known.since = now
    for (const [inner, known] of this.counts) if (isWithin(inner, group)) known.grewAt = now
  }

  private isOut(group: string, count: number): boolean {
    const gateway = gatewayIn(group)
    if (gateway !== undefined) {
      const isAway = this.ends.isAway(gateway)
      if (isAway === undefined) return false
      if (count > 0 && (isAway || this.struck.has(gateway))) return true
    }
    return count >= LEAST && count >= SHARE * this.ends.total(group)
  }

  private isOver(group: string, { said }: Out): boolean {
    const count = this.countOf(group)
    if (this.isOut(group, count)) return false
    // What was never said has to be so still.
    return !said || count <= OVER * this.ends.total(group)
  }

  private countOf(group: string): number {
    return this.counts.get(group)?.count ?? 0
  }

  /** Whether a place or gateway that is out explains it; one that is a gateway, also what it is for others. */
  private isCovered(device: Device): boolean {
    const isCause = (group: string) => this.causes.has(group) && this.out.has(group)
    return this.groupsOf(device).some(isCause) || (this.how.gateway !== undefined && isCause(behind(device.device)))
  }

  /** A gateway and those behind it, by the places that hold them. */
  private spread(gateway: string): ReadonlyMap<string, Share> {
    const found = new Map<string, Share>()
    const add = (device: Device, count: number) => {
      for (const place of this.chains.of(device.place)) {
        const share = found.get(place) ?? { count: 0, total: 0 }
        found.set(place, { count: share.count + count, total: share.total + 1 })
      }
    }
    // That it is silent itself is no other reason.
    const itself = this.struck.get(gateway)
    if (itself) add(itself.device, 1)
    for (const one of this.ends.behind(gateway))
      add(one, this.struck.get(one.device)?.device.gateway === gateway ? 1 : 0)
    return found
  }

  private finding(group: string, device: string, level: 'on' | 'off', at: number): Finding {
    const { rule, grade, metric, gateway } = this.how
    const value = this.countOf(group)
    const said = { device, level, at, is: 'together', limit: this.ends.total(group), value } as const
    // Of a device, as its silence is: no metric of its kind says it.
    if (gateway && gatewayIn(group) !== undefined) return { ...said, ...gateway, metric: '' }
    return { ...said, metric, rule, grade, kind: OF_A_PLACE, group }
  }
}

interface Out {
  since: number
  said: boolean
  /** The alarm hangs on a device. */
  device: string
}

interface Counted {
  count: number
  /** When the last of them fell silent. */
  grewAt: number
  /** The first of them. */
  device: string
}
