import type { Text } from '#shared/text.ts'
import type { Grade } from '#shared/world/alarms.ts'

export type { Text }

export interface Metric {
  name: Text
  unit: string
  /** Readings outside are refused: no sensor of this kind can measure them. */
  min: number
  max: number
  decimals: number
}

/** The plainest rule: beyond the limit raises, back over the limit by the dead band returns. */
export interface ThresholdRule {
  rule: string
  name: Text
  metric: string
  when: 'above' | 'below'
  limit: number
  deadBand: number
  grade: Grade
  /** What the operator does next. */
  advice: Text
}

/**
 * Where it is fixed, hence where the origin of its model is: under the ceiling, on a wall (back to it), on a pole of its own,
 * on the ground, below it, or on a person or vehicle. Places devices believably and hangs their models right.
 */
export const MOUNTS = ['ceiling', 'wall', 'pole', 'ground', 'underground', 'worn'] as const
export type Mount = (typeof MOUNTS)[number]

/** What it is there for; layers, figures and filters group devices by it. */
export const THEMES = ['fire', 'security', 'utilities', 'environment', 'equipment', 'care'] as const
export type Theme = (typeof THEMES)[number]

/** What the simulated device measures at a time of day. `event` is 0 in peace and 1 at its height. */
export type Simulate = (moment: { hour: number; random: () => number; event: number }) => Record<string, number>

/** A device that is carried about: its position is a reading (`moving.ts`), and what carries it is drawn there. */
export interface Moves {
  as: 'person' | 'vehicle'
  /** A model of `models/responders` or `models/vehicles`. */
  model: string
}

/** Degrees, degrees clockwise from north, metres a second: what a device that moves has to say. */
export const WHEREABOUTS = ['lon', 'lat', 'heading', 'speed'] as const

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
  rules: readonly ThresholdRule[]
  /** A reading at least so often, or the device is silent. */
  everySeconds: number
  moves?: Moves
  /** It sees: where it looks is told with the device (`view`). */
  looks?: boolean
  tells?: keyof typeof TOLD
  /** Of a kind that moves: all but its whereabouts, which only somebody knows who walks. */
  simulate: Simulate
}

export function defineKind(kind: DeviceKind): DeviceKind {
  for (const rule of kind.rules)
    if (!kind.metrics[rule.metric])
      throw new Error(`${kind.kind}: rule ${rule.rule} reads unknown metric ${rule.metric}`)
  for (const metric of [...(kind.moves ? WHEREABOUTS : []), ...(kind.tells ? TOLD[kind.tells] : [])])
    if (!kind.metrics[metric]) throw new Error(`${kind.kind} moves or tells something, but has no metric ${metric}`)
  return kind
}
