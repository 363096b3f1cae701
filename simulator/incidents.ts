import type { SimulatedDevice } from './device.ts'

const RISE_S = 12
const HOLD_S = 75
const FALL_S = 20

/** Lets something happen now and then: a device's event rises, holds, and falls again. */
export class Incidents {
  private readonly devices: SimulatedDevice[]
  private readonly random: () => number
  private readonly everySeconds: number
  private readonly running = new Map<SimulatedDevice, number>()
  private readonly timer: NodeJS.Timeout
  private next: number

  constructor(devices: SimulatedDevice[], random: () => number, everySeconds: number) {
    this.devices = devices
    this.random = random
    this.everySeconds = everySeconds
    this.next = 15
    this.timer = setInterval(() => this.step(), 1000)
  }

  private step(): void {
    if (--this.next <= 0) {
      this.next = this.everySeconds * (0.5 + this.random())
      const device = this.devices[Math.floor(this.random() * this.devices.length)]
      if (device && !this.running.has(device)) this.running.set(device, 0)
    }
    for (const [device, age] of this.running) {
      const before = device.event
      device.event = heightAt(age)
      // A sensor that sees a change says so at once.
      if ((before < 0.5 && device.event >= 0.5) || (before > 0 && device.event === 0)) device.publish()
      if (device.event === 0 && age > 0) this.running.delete(device)
      else this.running.set(device, age + 1)
    }
  }

  stop(): void {
    clearInterval(this.timer)
  }
}

export function heightAt(seconds: number): number {
  if (seconds < RISE_S) return seconds / RISE_S
  if (seconds < RISE_S + HOLD_S) return 1
  return Math.max(0, 1 - (seconds - RISE_S - HOLD_S) / FALL_S)
}
