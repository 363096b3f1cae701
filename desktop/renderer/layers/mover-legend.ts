import type { DeviceKind } from '#models/kind.ts'
import type { Condition } from '../scene/content/marks.ts'
import type { LegendRow } from './layer.ts'
import { kindMark } from './pictures.ts'
import { stateNames, stateOf } from './states.ts'

const STATES = ['calm', 'away', 'unknown', 'alarm'] as const

export function moverLegend(movers: Iterable<{ kind: DeviceKind; condition: Condition }>): LegendRow[] {
  const kinds = new Map<DeviceKind, number>()
  const states = new Map<string, number>()
  for (const { kind, condition } of movers) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    states.set(stateOf(condition), (states.get(stateOf(condition)) ?? 0) + 1)
  }
  const stateRows = STATES.map((state) => ({
    key: `state:${state}`,
    name: stateNames[state],
    image: kindMark('', 'house', state === 'alarm' ? 1 : state, false),
    count: states.get(state) ?? 0,
  }))
  const kindRows = [...kinds].map(([kind, count]) => ({
    key: `kind:${kind.kind}`,
    name: kind.name,
    image: kindMark(kind.glyph, 'house', 'calm', false),
    count,
  }))
  return [...stateRows, ...kindRows]
}
