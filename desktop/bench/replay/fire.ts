import { listDevices } from '#shared/contract/devices.ts'
import { seededRandom } from '#shared/random.ts'
import type { TestCenter } from '../../e2e/testing/center.ts'

const DEVICES = 500
const EVERY_MS = 1000
/** One more detector is reached by the smoke each time this has passed. */
const SPREADS_EVERY_S = 2

/** Five hundred detectors that each speak once a second, over MQTT, while a fire goes from one to the next. */
export class Fire {
  private readonly devices: Awaited<ReturnType<TestCenter['device']>>[]
  private readonly random = seededRandom(8)
  private readonly timer: ReturnType<typeof setInterval>
  private seconds = 0

  private constructor(devices: Awaited<ReturnType<TestCenter['device']>>[]) {
    this.devices = devices
    this.timer = setInterval(() => this.speak(), EVERY_MS)
  }

  static async begin(center: TestCenter): Promise<Fire> {
    const { devices } = await center.ask(listDevices, {}, 'operator')
    const ids = devices.filter(({ kind }) => kind === 'smoke-detector').map(({ device }) => device)
    if (ids.length < DEVICES) throw new Error(`only ${ids.length} smoke detectors`)
    const speaking: Awaited<ReturnType<TestCenter['device']>>[] = []
    for (const id of ids.slice(0, DEVICES)) speaking.push(await center.device(id))
    return new Fire(speaking)
  }

  private speak(): void {
    this.seconds++
    const reached = Math.floor(this.seconds / SPREADS_EVERY_S)
    for (const [i, device] of this.devices.entries()) {
      const smoke = i < reached ? 12 + 8 * this.random() : 1 + this.random()
      // The end of the bench ends the connections; what was under way then is missed by nobody.
      device.sends({ smoke: Math.round(smoke * 10) / 10 }).catch(() => {})
    }
  }

  end(): void {
    clearInterval(this.timer)
  }
}
