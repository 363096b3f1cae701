import type { Connector, FieldMapping } from '#shared/world/connectors.ts'
import { DeviceId } from '#shared/world/devices.ts'
import type { DeviceKind } from '../kind.ts'
import { stepsOf, valueAt } from './json-path.ts'
import { conversionsTo } from './units.ts'

/** A reading that a foreign message holds. */
export interface Mapped {
  device: string
  at?: number
  values: Record<string, number>
}

export type MappingProblem =
  | 'topic'
  | 'not-json'
  | 'no-list'
  | 'no-device'
  | 'bad-device'
  | 'bad-time'
  | 'no-value'
  | 'not-a-number'
  | 'unknown-word'
  | 'out-of-range'

/** What could not be understood, and where. A value that is not there is none: devices tell now this, now that. */
export interface Misunderstood {
  problem: MappingProblem
  /** Of an entry of a list. */
  entry?: number
  metric?: string
  said?: string
}

export interface Understood {
  readings: Mapped[]
  problems: Misunderstood[]
}

const MOST_ENTRIES = 1000

export type Translate = (value: unknown) => number | MappingProblem | undefined

/** A connector made ready for many messages. */
export class Mapping {
  private readonly connector: Connector
  private readonly topic: RegExp
  private readonly each: Steps | undefined
  private readonly device: Steps | undefined
  private readonly at: Steps | undefined
  private readonly fields: { metric: string; steps: Steps; translate: Translate }[]

  constructor(connector: Connector, kind: DeviceKind) {
    this.connector = connector
    this.topic = topicPattern(connector.topic)
    this.each = connector.each === undefined ? undefined : steps(connector.each)
    this.device = connector.device === undefined ? undefined : steps(connector.device)
    this.at = connector.at && steps(connector.at.path)
    this.fields = connector.fields.map((field) => ({
      metric: field.metric,
      steps: steps(field.path),
      translate: translator(field, kind),
    }))
  }

  fits(topic: string): boolean {
    return this.topic.test(topic)
  }

  read(topic: string, payload: string): Understood {
    const match = this.topic.exec(topic)
    if (!match) return { readings: [], problems: [{ problem: 'topic' }] }
    let message: unknown
    try {
      message = JSON.parse(payload)
    } catch {
      // Some say no more than a word, and that without its quotes.
      if (this.each || this.fields.some(({ steps: path }) => path.length > 0))
        return { readings: [], problems: [{ problem: 'not-json' }] }
      message = payload
    }
    const entries = this.each ? valueAt(message, this.each) : [message]
    if (!Array.isArray(entries)) return { readings: [], problems: [{ problem: 'no-list' }] }
    const understood: Understood = { readings: [], problems: [] }
    for (const [i, entry] of entries.slice(0, MOST_ENTRIES).entries()) {
      const told = (problem: Misunderstood) =>
        understood.problems.push(this.each ? { ...problem, entry: i + 1 } : problem)
      const device = this.deviceOf(match[1], message, entry, told)
      const at = this.timeOf(message, entry, told)
      const values = this.valuesOf(entry, told)
      if (device === undefined || at === null) continue
      if (Object.keys(values).length === 0) told({ problem: 'no-value' })
      else understood.readings.push({ device, ...(at === undefined ? {} : { at }), values })
    }
    return understood
  }

  private deviceOf(
    inTopic: string | undefined,
    message: unknown,
    entry: unknown,
    told: (problem: Misunderstood) => void,
  ): string | undefined {
    const named = this.device ? (valueAt(entry, this.device) ?? valueAt(message, this.device)) : inTopic
    if ((typeof named !== 'string' && typeof named !== 'number') || named === '') {
      told({ problem: 'no-device' })
      return undefined
    }
    const id = deviceIdOf(this.connector.prefix, named)
    if (id === undefined) told({ problem: 'bad-device', said: String(named).slice(0, 60) })
    return id
  }

  /** Undefined: it does not say; null: what it says is no time. */
  private timeOf(message: unknown, entry: unknown, told: (problem: Misunderstood) => void): number | undefined | null {
    const { at } = this.connector
    if (!at || !this.at) return undefined
    const said = valueAt(entry, this.at) ?? valueAt(message, this.at)
    if (said === undefined) return undefined
    const number = typeof said === 'number' ? said : typeof said === 'string' && said !== '' ? Number(said) : Number.NaN
    const time = at.form === 'text' ? Date.parse(String(said)) : at.form === 'seconds' ? number * 1000 : number
    if (Number.isFinite(time)) return Math.round(time)
    told({ problem: 'bad-time', said: String(said).slice(0, 60) })
    return null
  }

  private valuesOf(entry: unknown, told: (problem: Misunderstood) => void): Record<string, number> {
    const values: Record<string, number> = {}
    for (const { metric, steps: path, translate } of this.fields) {
      const said = valueAt(entry, path)
      const value = translate(said)
      if (typeof value === 'number') values[metric] = value
      else if (value !== undefined) told({ problem: value, metric, said: String(said).slice(0, 60) })
    }
    return values
  }
}

/** Addresses come with colons and spaces, which a name of ours cannot have. */
export function deviceIdOf(prefix: string, said: string | number): string | undefined {
  const plain = String(said)
    .trim()
    .replace(/[^a-zA-Z0-9._-]+/g, '-')
  return DeviceId.safeParse(prefix + plain).data
}

type Steps = readonly (string | number)[]

function steps(path: string): Steps {
  const found = stepsOf(path)
  if (!found) throw new Error(`not a path: ${path}`)
  return found
}

/** `{device}` is the group. */
function topicPattern(template: string): RegExp {
  const levels = template.split('/').map((level, i, all) => {
    if (level === '{device}') return '([^/]+)'
    if (level === '+') return '[^/]*'
    if (level === '#' && i === all.length - 1) return '.*'
    return level.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${levels.join('/')}$`)
}

/** Throws where the kind has no such metric, or the unit does not become that of the metric. */
export function translator({ metric, unit, scale = 1, offset = 0, values }: FieldMapping, kind: DeviceKind): Translate {
  const known = kind.metrics[metric]
  if (!known) throw new Error(`${kind.kind} has no metric ${metric}`)
  const conversion = unit === undefined ? undefined : conversionsTo(known.unit).find(({ from }) => from === unit)
  if (unit !== undefined && !conversion) throw new Error(`${unit} does not become ${known.unit}`)
  const words = values && new Map(values.map(({ said, means }) => [said.trim().toLowerCase(), means]))
  return (said) => {
    if (said === undefined || said === null) return undefined
    const read = words ? words.get(String(said).trim().toLowerCase()) : numberOf(said)
    if (read === undefined) return words ? 'unknown-word' : 'not-a-number'
    const scaled = read * scale + offset
    const value = conversion ? scaled * conversion.scale + conversion.offset : scaled
    return value >= known.min && value <= known.max ? value : 'out-of-range'
  }
}

function numberOf(said: unknown): number | undefined {
  if (typeof said === 'boolean') return said ? 1 : 0
  const number = typeof said === 'string' && said.trim() !== '' ? Number(said) : said
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
