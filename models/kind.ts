import type { Text } from '#shared/text.ts'
import type { Condition } from '#shared/world/conditions.ts'
import type { AlarmLife, Rule } from '#shared/world/rules.ts'
import { BATTERY, type Battery, batteryRule, withBattery } from './battery.ts'
import { type DeviceCommand, report } from './commands.ts'
import type { Hazard } from './hazards.ts'
import { FAULT, faultRule, lostRule } from './health.ts'
import type { Upkeep } from './upkeep.ts'

export type { Text }

export interface Metric {
  name: Text
  unit: string
  /** Readings outside are refused: no sensor of this kind can measure them. */
  min: number
  max: number
  decimals: number
  /** What its values mean, where they are states and no amounts. */
  states?: Readonly<Record<number, Text>>
}

/** What a kind brings along; somebody may set it otherwise. */
export type KindRule = Pick<Rule, 'rule' | 'name' | 'when' | 'grade' | 'advice'> &
  Partial<Pick<Rule, 'onDelay' | 'offDelay' | 'hours' | keyof AlarmLife>>

/**
 * Where it is fixed, hence where the origin of its model is: under the ceiling, on a wall (back to it), on a pole of its own,
 * on the ground, below it, or on a person or vehicle. Places devices believably and hangs their models right.
 */
export const MOUNTS = ['ceiling', 'wall', 'pole', 'ground', 'underground', 'worn'] as const
export type Mount = (typeof MOUNTS)[number]

/** What it is there for; layers, figures and filters group devices by it. */
export const THEMES = ['fire', 'security', 'utilities', 'environment', 'equipment', 'care'] as const
export type Theme = (typeof THEMES)[number]

export interface Moment {
  hour: number
  random: () => number
  /** 0 in peace and 1 at the height of what happens. */
  event: number
  /** Its states, as commands have left them. */
  set: Readonly<Record<string, number>>
  /** What is left in its battery, in percent; absent: enough. */
  charge?: number
}

/** What the simulated device measures, besides its states. */
export type Simulate = (moment: Moment) => Record<string, number>

/** A device that is carried about: its position is a reading (`moving.ts`), and what carries it is drawn there. */
export interface Moves {
  as: 'person' | 'vehicle'
  /** It goes on rounds. */
  patrols?: true
  /** It tells how high it is, too, and needs no ways. */
  flies?: true
  /** A model of `models/responders` or `models/vehicles`. */
  model: string
}

/** Degrees, degrees clockwise from north, metres a second: what a device that moves has to say. */
export const WHEREABOUTS = ['lon', 'lat', 'heading', 'speed'] as const

/** Metres above the ground datum, besides: what one that flies says as well. */
export function whereaboutsOf({ moves }: Pick<DeviceKind, 'moves'>): readonly string[] {
  return moves ? (moves.flies ? [...WHEREABOUTS, 'height'] : WHEREABOUTS) : []
}

/** What the whole place can learn from a device, and the metrics that say it. */
export const TOLD = { weather: ['wind', 'rain', 'humidity'], crowd: ['people'] } as const

/** All that the system knows of a kind of device. The engine knows none of them by name. */
export interface DeviceKind {
  kind: string
  name: Text
  /** One Chinese character for markers; the icon that everybody reads from afar. */
  glyph: string
  theme: Theme
  mount: Mount
  metrics: Record<string, Metric>
  rules: readonly KindRule[]
  /** What happens to it now and then and is worth a line in its history, by the name under which it tells. */
  events: Readonly<Record<string, Text>>
  /** What it can be told to do, by name. */
  commands: Readonly<Record<string, DeviceCommand>>
  /** The states that commands change, as a new device has them. */
  state: Readonly<Record<string, number>>
  upkeep: Upkeep
  /** What it runs on, where it is no cable; with it come a metric and a rule. */
  battery?: Battery
  /** A reading at least so often, or the device is silent. */
  everySeconds: number
  /** What it notices when it comes to where the device is. */
  feels?: Hazard
  moves?: Moves
  /** Whoever patrols has to come by. */
  onRounds?: true
  /** It sees: where it looks is told with the device (`view`). */
  looks?: boolean
  tells?: keyof typeof TOLD
  /** Of a kind that moves: all but its whereabouts, which only somebody knows who walks. */
  simulate: Simulate
}

/** A kind as its folder tells it: what every device has need not be said. */
export type OwnKind = Omit<DeviceKind, 'events' | 'commands' | 'state'> &
  Partial<Pick<DeviceKind, 'events' | 'commands' | 'state'>>

export function defineKind(own: OwnKind): DeviceKind {
  const { battery } = own
  const kind: DeviceKind = {
    ...own,
    metrics: { ...own.metrics, ...(battery && { battery: BATTERY }), fault: FAULT },
    upkeep: battery ? withBattery(own.upkeep, battery) : own.upkeep,
    rules: [
      ...own.rules,
      ...(battery ? [batteryRule(battery)] : []),
      faultRule(own.theme),
      lostRule(own.theme, own.everySeconds),
    ],
    events: own.events ?? {},
    commands: { ...own.commands, report },
    state: own.state ?? {},
  }
  for (const { rule, when } of kind.rules) {
    for (const event of eventsOf(when))
      if (!kind.events[event]) throw new Error(`${kind.kind}: rule ${rule} listens to unknown event ${event}`)
    for (const metric of metricsOf(when, kind.kind))
      if (!kind.metrics[metric]) throw new Error(`${kind.kind}: rule ${rule} reads unknown metric ${metric}`)
  }
  for (const [name, { sets = {} }] of Object.entries(kind.commands))
    for (const metric of Object.keys(sets))
      if (kind.state[metric] === undefined) throw new Error(`${kind.kind}: ${name} sets ${metric}, which is no state`)
  for (const [name, { undo }] of Object.entries(kind.commands))
    if (undo !== undefined && (!kind.commands[undo] || kind.commands[undo].input))
      throw new Error(`${kind.kind}: ${name} is set back by ${undo}, which cannot be told without more`)
  for (const metric of Object.keys(kind.state))
    if (!kind.metrics[metric]) throw new Error(`${kind.kind}: state ${metric} is no metric`)
  for (const metric of [...whereaboutsOf(kind), ...(kind.tells ? TOLD[kind.tells] : [])])
    if (!kind.metrics[metric]) throw new Error(`${kind.kind} moves or tells something, but has no metric ${metric}`)
  return kind
}

const ENOUGH = 82

/** All that a simulated device measures. */
export function simulated(kind: DeviceKind, moment: Omit<Moment, 'set'> & Partial<Moment>): Record<string, number> {
  const set = moment.set ?? kind.state
  const battery: Record<string, number> = kind.battery ? { battery: moment.charge ?? ENOUGH } : {}
  return { ...set, ...battery, ...kind.simulate({ ...moment, set }) }
}

/** What a condition reads of devices of one kind. */
function metricsOf(when: Condition, kind: string): string[] {
  if (when.is === 'silent' || when.is === 'event') return []
  if (when.is === 'often') return metricsOf(when.of, kind)
  if (when.is === 'together') return when.of.flatMap((one) => (one.kind === kind ? metricsOf(one.when, kind) : []))
  return [when.metric]
}

/** The events that a condition listens to. */
function eventsOf(when: Condition): string[] {
  if (when.is !== 'event') return []
  return 'by' in when.over ? [when.event, when.over.by] : [when.event]
}
