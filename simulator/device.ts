import mqtt, { type MqttClient } from 'mqtt'
import type { DeviceKind } from '#models/kind.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { Measuring } from './measuring.ts'
import type { Walker } from './walker.ts'

interface Simulated {
  id: string
  kind: DeviceKind
  url: string
  secret: string
  random: () => number
  /** When it is switched on. Thousands that connect in the same moment would only wait for one another. */
  waitMs: number
  /** Who carries it about. */
  walker?: Walker | undefined
}

/** A device as the server sees one: its own connection, its own credentials, real MQTT. */
export class SimulatedDevice {
  readonly id: string
  private readonly kind: DeviceKind
  private readonly random: () => number
  private readonly measuring: Measuring
  private readonly client: MqttClient
  private readonly firstConnect: NodeJS.Timeout
  private timer: NodeJS.Timeout | undefined
  /** 0 in peace, 1 at the height of an event. */
  event = 0

  constructor({ id, kind, url, secret, random, waitMs, walker }: Simulated) {
    this.id = id
    this.kind = kind
    this.random = random
    this.measuring = new Measuring(kind, random, walker)
    this.client = mqtt.connect(url, {
      clientId: id,
      username: id,
      password: secret,
      keepalive: 60,
      manualConnect: true,
      // All devices of a community come back after a power cut; not all in the same second.
      reconnectPeriod: 2000 + random() * 3000,
    })
    this.client.on('error', () => {})
    this.client.on('connect', () => this.schedule(random() * Math.min(kind.everySeconds, 5) * 1000))
    this.client.on('close', () => clearTimeout(this.timer))
    this.firstConnect = setTimeout(() => this.client.connect(), waitMs)
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.publish()
      this.schedule(this.kind.everySeconds * 1000 * (0.95 + this.random() * 0.1))
    }, ms)
  }

  /** Measures and sends once. */
  publish(): void {
    if (!this.client.connected) return
    const now = new Date()
    const values = this.measuring.take(now, this.event)
    this.client.publish(readingTopic(this.id), JSON.stringify({ at: now.getTime(), values }), { qos: 1 }, () => {})
  }

  async end(): Promise<void> {
    clearTimeout(this.timer)
    clearTimeout(this.firstConnect)
    await this.client.endAsync()
  }
}
