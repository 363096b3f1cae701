import mqtt, { type MqttClient } from 'mqtt'
import type { DeviceKind } from '#models/kind.ts'
import { readingTopic } from '#shared/contract/reading.ts'

/** A device as the server sees one: its own connection, its own credentials, real MQTT. */
export class SimulatedDevice {
  readonly id: string
  private readonly kind: DeviceKind
  private readonly random: () => number
  private readonly client: MqttClient
  private readonly firstConnect: NodeJS.Timeout
  private timer: NodeJS.Timeout | undefined
  /** 0 in peace, 1 at the height of an event. */
  event = 0

  /** `waitMs`: when it is switched on. Thousands that connect in the same moment would only wait for one another. */
  constructor(id: string, kind: DeviceKind, url: string, secret: string, random: () => number, waitMs: number) {
    this.id = id
    this.kind = kind
    this.random = random
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
    const values = this.kind.simulate({
      hour: now.getHours() + now.getMinutes() / 60,
      random: this.random,
      event: this.event,
    })
    for (const [name, metric] of Object.entries(this.kind.metrics)) {
      const value = values[name]
      if (value !== undefined)
        values[name] = Number(Math.min(metric.max, Math.max(metric.min, value)).toFixed(metric.decimals))
    }
    this.client.publish(readingTopic(this.id), JSON.stringify({ at: now.getTime(), values }), { qos: 1 }, () => {})
  }

  async end(): Promise<void> {
    clearTimeout(this.timer)
    clearTimeout(this.firstConnect)
    await this.client.endAsync()
  }
}
