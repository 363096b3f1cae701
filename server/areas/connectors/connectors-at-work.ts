import type { DeviceKind } from '#models/kind.ts'
import { Mapping, type Misunderstood } from '#models/mapping/mapping.ts'
import { AnkanError, refuse, toAnkanError } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import type { Clock } from '#shared/time.ts'
import { connectorRemoved, connectorSet } from '#shared/world/connectors.ts'
import type { Device } from '#shared/world/devices.ts'
import type { EventLog } from '../../log/log.ts'
import type { Intake } from '../../sources/intake.ts'

const SAMPLE = 4000
const MOST_STRANGERS = 20

export interface Tally {
  messages: number
  readings: number
  refused: number
  lastAt?: number
  sample?: { topic: string; payload: string }
}

interface Deps {
  log: EventLog
  clock: Clock
  kinds: Registry<DeviceKind>
  intake: Pick<Intake, 'check' | 'keep'>
}

/** Messages of foreign sorts, turned into readings by the connectors as they are set now. */
export class ConnectorsAtWork {
  readonly tallies = new Map<string, Tally>()
  /** What nobody understood, the newest of each topic. */
  readonly strangers = new Map<string, { from: string; topic: string; payload: string; at: number }>()
  private readonly deps: Deps
  private readonly stop: () => void
  private mappings: { connector: string; kind: string; mapping: Mapping }[] | undefined

  constructor(deps: Deps) {
    this.deps = deps
    this.stop = deps.log.onCommitted(({ events }) => {
      if (events.some(({ type }) => type === connectorSet.type || type === connectorRemoved.type))
        this.mappings = undefined
      for (const { type, data } of events)
        if (type === connectorRemoved.type) this.tallies.delete((data as { connector: string }).connector)
    })
  }

  /** Undefined: no connector is for this topic. Resolves when all that could be understood is on disk. */
  take(from: string, topic: string, payload: string): Promise<void> | undefined {
    const found = this.all().find(({ mapping }) => mapping.fits(topic))
    if (!found) {
      this.meet(from, topic, payload)
      return undefined
    }
    return this.understand(found, from, topic, payload)
  }

  private all() {
    this.mappings ??= [...this.deps.log.told.connectors.values()].flatMap((connector) => {
      const kind = this.deps.kinds.get(connector.kind)
      // Its kind is gone with a newer version of the program: the others go on.
      if (!connector.enabled || !kind) return []
      return [{ connector: connector.connector, kind: connector.kind, mapping: new Mapping(connector, kind) }]
    })
    return this.mappings
  }

  private async understand(
    { connector, kind, mapping }: { connector: string; kind: string; mapping: Mapping },
    from: string,
    topic: string,
    payload: string,
  ): Promise<void> {
    const tally = this.tallyOf(connector)
    tally.messages++
    tally.lastAt = this.deps.clock.now()
    tally.sample = { topic, payload: payload.slice(0, SAMPLE) }
    const { readings, problems } = mapping.read(topic, payload)
    const wrong = problems.map(inWords)
    const checked = readings.flatMap(({ device, ...message }) => {
      try {
        this.checkSpeaker(from, device, kind)
        return [this.deps.intake.check(device, message)]
      } catch (thrown) {
        const { code, message: why } = toAnkanError(thrown)
        wrong.push(`${device}: ${code} ${why}`)
        return []
      }
    })
    await Promise.all(checked.map((one) => this.deps.intake.keep(one)))
    tally.readings += checked.length
    if (wrong.length === 0) return
    tally.refused++
    // What was good of it is kept; the rest is told, and repeating it would change nothing.
    throw new AnkanError('connector.misunderstood', { connector }, wrong.slice(0, 10).join('; '))
  }

  /** A device speaks for itself, a gateway for those that are registered behind it, and nobody for others. */
  private checkSpeaker(from: string, id: string, kind: string): Device {
    const device = this.deps.log.decided.devices.get(id) ?? refuse('device.unknown', { device: id }, 'no such device')
    if (device.device !== from && device.gateway !== from)
      refuse('topic.denied', { device: id }, `${from} does not speak for it`)
    if (device.kind !== kind) refuse('kind.unknown', { kind: device.kind }, `it is a ${device.kind}, not a ${kind}`)
    return device
  }

  private tallyOf(connector: string): Tally {
    let tally = this.tallies.get(connector)
    if (!tally) {
      tally = { messages: 0, readings: 0, refused: 0 }
      this.tallies.set(connector, tally)
    }
    return tally
  }

  private meet(from: string, topic: string, payload: string): void {
    this.strangers.delete(topic)
    this.strangers.set(topic, { from, topic, payload: payload.slice(0, SAMPLE), at: this.deps.clock.now() })
    for (const oldest of this.strangers.keys()) if (this.strangers.size > MOST_STRANGERS) this.strangers.delete(oldest)
  }

  close(): void {
    this.stop()
  }
}

function inWords({ problem, entry, metric, said }: Misunderstood): string {
  return [entry && `entry ${entry}`, metric, problem, said].filter(Boolean).join(' ')
}
