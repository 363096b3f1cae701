import type { SimulatedDevice } from './device.ts'
import { type Standing, spreadFrom } from './spread.ts'

export interface Placed extends Standing {
  device: SimulatedDevice
}

/** Something under way at one device: seconds since it came there (less than 0: it is on its way), and how much of it. */
interface Course {
  age: number
  share: number
}

const RISE_S = 12
const HOLD_S = 75
const FALL_S = 20
/** One of so many is no event, but a device that breaks, for some minutes. */
const FAULTS_AMONG = 8
const FAULTY_S = 240
/** One of so many, where its kind knows any, is something that a device tells of and does not measure. */
const TOLD_AMONG = 10
const TAMPERED_S = 180

/** Lets something happen now and then: a device's event rises, holds, and falls again, and spreads to what is near. */
export class Incidents {
  private readonly placed: readonly Placed[]
  private readonly random: () => number
  private readonly everySeconds: number
  private readonly running = new Map<SimulatedDevice, Course>()
  private readonly faulty = new Map<SimulatedDevice, number>()
  /** Who still has to tell that something is over, and in how many seconds. */
  private readonly telling = new Map<SimulatedDevice, { left: number; event: string }>()
  private readonly timer: NodeJS.Timeout
  private next: number

  constructor(placed: readonly Placed[], random: () => number, everySeconds: number) {
    this.placed = placed
    this.random = random
    this.everySeconds = everySeconds
    this.next = 15
    this.timer = setInterval(() => this.step(), 1000)
  }

  private step(): void {
    if (--this.next <= 0) {
      this.next = this.everySeconds * (0.5 + this.random())
      const source = this.placed[Math.floor(this.random() * this.placed.length)]
      if (source) this.happen(source)
    }
    for (const [device, course] of this.running) this.goOn(device, course)
    for (const [device, { left, event }] of this.telling) {
      if (left > 0) this.telling.set(device, { left: left - 1, event })
      else {
        this.telling.delete(device)
        device.tell(event)
      }
    }
    for (const [device, left] of this.faulty) {
      if (left > 0) this.faulty.set(device, left - 1)
      else this.mend(device)
    }
  }

  private happen(source: Placed): void {
    if (this.random() * FAULTS_AMONG < 1) this.breakDown(source.device)
    else if (this.random() * TOLD_AMONG < 1 && this.tell(source)) return
    else if (!this.running.has(source.device)) this.begin(source)
  }

  private begin(source: Placed): void {
    this.running.set(source.device, { age: 0, share: 1 })
    for (const { device, after, share } of spreadFrom(source, this.placed))
      if (!this.running.has(device.device)) this.running.set(device.device, { age: -Math.round(after), share })
  }

  private goOn(device: SimulatedDevice, { age, share }: Course): void {
    const before = device.event
    // A command may have ended it.
    if (age > RISE_S && age < RISE_S + HOLD_S && before === 0) {
      this.running.delete(device)
      return
    }
    device.event = heightAt(age) * share
    // A sensor that sees a change says so at once.
    if ((before < 0.5 && device.event >= 0.5) || (before > 0 && device.event === 0)) device.publish()
    if (device.event === 0 && age > 0) this.running.delete(device)
    else this.running.set(device, { age: age + 1, share })
  }

  /** Something that a rule of its kind listens to; the opposite follows some minutes later. */
  private tell({ device, kind }: Placed): boolean {
    const rules = kind.rules.flatMap(({ when }) => (when.is === 'event' ? [when] : []))
    const when = rules[Math.floor(this.random() * rules.length)]
    if (!when) return false
    for (let i = 0; i < when.times; i++) device.tell(when.event)
    if ('by' in when.over) this.telling.set(device, { left: TAMPERED_S, event: when.over.by })
    return true
  }

  private breakDown(device: SimulatedDevice): void {
    this.faulty.set(device, FAULTY_S)
    device.fault = 1
    device.publish()
  }

  private mend(device: SimulatedDevice): void {
    this.faulty.delete(device)
    device.fault = 0
    device.publish()
  }

  stop(): void {
    clearInterval(this.timer)
  }
}

/** 0 before it comes, 1 at its height, 0 when it is over. */
export function heightAt(seconds: number): number {
  if (seconds < RISE_S) return Math.max(0, seconds / RISE_S)
  if (seconds < RISE_S + HOLD_S) return 1
  return Math.max(0, 1 - (seconds - RISE_S - HOLD_S) / FALL_S)
}
