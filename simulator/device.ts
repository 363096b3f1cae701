import mqtt, { type MqttClient } from 'mqtt'
import type { DeviceKind } from '#models/kind.ts'
import { happeningTopic, orderTopic, resultTopic } from '#shared/contract/device-link.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { Measuring, type Mover } from './measuring.ts'
import { Obeying } from './obeying.ts'

interface Simulated {
  id: string
  kind: DeviceKind
  url: string
  secret: string
  random: () => number
  /** When it is switched on. Thousands that connect in the same moment would only wait for one another. */
  waitMs: number
  /** Who carries it about. */
  walker?: Mover | undefined
  /** Where nothing is to happen by chance, no battery runs low. */
  drains?: boolean
}

/** Motors and locks take a moment. */
const ANSWERS_AFTER_MS = [200, 1200] as const

/** A device as the server sees one: its own connection, its own credentials, real MQTT. */
export class SimulatedDevice {
  readonly id: string
  readonly kind: DeviceKind
  private readonly random: () => number
  private readonly measuring: Measuring
  private readonly obeying: Obeying
  private readonly client: MqttClient
  private readonly firstConnect: NodeJS.Timeout
  private readonly soon = new Set<NodeJS.Timeout>()
  private timer: NodeJS.Timeout | undefined
  /** 0 in peace, 1 at the height of an event. */
  event = 0

  constructor({ id, kind, url, secret, random, waitMs, walker, drains }: Simulated) {
    this.id = id
    this.kind = kind
    this.random = random
    this.obeying = new Obeying({
      kind,
      now: Date.now,
      after: (seconds, run) => this.later(seconds * 1000, run),
      end: () => {
        this.event = 0
      },
      changed: () => this.publish(),
    })
    this.measuring = new Measuring(kind, random, this.obeying.set, walker, drains)
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
    this.client.on('connect', () => {
      this.client.subscribe(orderTopic(id))
      this.measuring.tellAll()
      this.schedule(random() * Math.min(kind.everySeconds, 5) * 1000)
    })
    this.client.on('close', () => clearTimeout(this.timer))
    this.client.on('message', (_, payload) => this.obey(payload.toString()))
    this.firstConnect = setTimeout(() => this.client.connect(), waitMs)
  }

  /** 1: its self-check says that it is broken. */
  set fault(fault: number) {
    this.measuring.fault = fault
  }

  private obey(payload: string): void {
    const [least, most] = ANSWERS_AFTER_MS
    this.later(least + this.random() * (most - least), () => {
      const result = this.obeying.take(payload)
      if (result) this.measuring.asked(new Date())
      if (result) this.client.publish(resultTopic(this.id), JSON.stringify(result), { qos: 1 }, () => {})
    })
  }

  private later(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.soon.delete(timer)
      run()
    }, ms)
    this.soon.add(timer)
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

  /** Tells of something that happened to it, later where it is not connected. */
  tell(event: string): void {
    this.client.publish(happeningTopic(this.id), JSON.stringify({ event, at: Date.now() }), { qos: 1 }, () => {})
  }

  async end(): Promise<void> {
    clearTimeout(this.timer)
    clearTimeout(this.firstConnect)
    for (const timer of this.soon) clearTimeout(timer)
    await this.client.endAsync()
  }
}
