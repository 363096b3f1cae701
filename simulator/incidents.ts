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

/** Lets something happen now and then: a device's event rises, holds, and falls again, and spreads to what is near. */
export class Incidents {
  private readonly placed: readonly Placed[]
  private readonly random: () => number
  private readonly everySeconds: number
  private readonly running = new Map<SimulatedDevice, Course>()
  private readonly faulty = new Map<SimulatedDevice, number>()
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
      if (source && this.random() * FAULTS_AMONG < 1) this.breakDown(source.device)
      else if (source && !this.running.has(source.device)) this.begin(source)
    }
    for (const [device, course] of this.running) this.goOn(device, course)
    for (const [device, left] of this.faulty) {
      if (left > 0) this.faulty.set(device, left - 1)
      else this.mend(device)
    }
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
