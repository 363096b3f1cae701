import { type Battery, LOW_BATTERY } from '#models/battery.ts'
import { HOUR, MINUTE } from '#shared/time.ts'

const DAY = 24 * HOUR
/** So many of a thousand that are switched on are low already: the caretaker always has a few to go to. */
const LOW_OF_A_THOUSAND = 2
/** A charge lasts for days, and is charged again well before its end; but one time of so many that is forgotten. */
const CHARGE_MS = 4 * DAY
const FORGOTTEN_AMONG = 40
/** When it is low somebody sees to it within the day, or at once, when somebody asks how it is. */
const SEEN_TO_MS = [2 * HOUR, 8 * HOUR] as const
const ASKED_MS = 2 * MINUTE

/** The battery of one simulated device: it drains as slowly as a real one, and is changed or charged when it is low. */
export class Charge {
  private readonly battery: Battery
  private readonly random: () => number
  private readonly lastsMs: number
  private fullAt: number
  /** Below this it is charged though it is not low. */
  private chargedAt = 0
  private seenToAt: number | undefined

  constructor(battery: Battery, random: () => number, now: number) {
    this.battery = battery
    this.random = random
    this.lastsMs = 'years' in battery ? battery.years * 365 * DAY : CHARGE_MS
    const isLow = random() * 1000 < LOW_OF_A_THOUSAND
    const level = isLow ? LOW_BATTERY - 1 - random() * 4 : LOW_BATTERY + random() * (100 - LOW_BATTERY)
    this.fullAt = now - (1 - level / 100) * this.lastsMs
    this.plan(level)
  }

  /** In percent. */
  at(now: number): number {
    const level = this.left(now)
    const isLow = Math.round(level) < LOW_BATTERY
    if (isLow) {
      const [soonest, latest] = SEEN_TO_MS
      this.seenToAt ??= now + soonest + this.random() * (latest - soonest)
    }
    if (level >= this.chargedAt && !(isLow && now >= (this.seenToAt ?? now))) return level
    this.fullAt = now
    this.seenToAt = undefined
    this.plan(100)
    return 100
  }

  /** Somebody asks how it is: of one that is low, because somebody is on the way. */
  asked(now: number): void {
    if (this.seenToAt !== undefined) this.seenToAt = Math.min(this.seenToAt, now + ASKED_MS)
  }

  private left(now: number): number {
    return Math.max(1, 100 * (1 - (now - this.fullAt) / this.lastsMs))
  }

  private plan(level: number): void {
    const isForgotten = 'years' in this.battery || this.random() * FORGOTTEN_AMONG < 1
    this.chargedAt = isForgotten ? 0 : Math.min(level, LOW_BATTERY + 5 + this.random() * 40)
  }
}
