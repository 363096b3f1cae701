import { deviceKinds } from '#models/devices/index.ts'
import { nameOfKind } from '../store/describe.ts'
import type { Condition } from '../store/device-state.ts'
import { type State, stateNames, stateOf } from '../store/device-state.ts'
import type { LegendRow } from './layer.ts'
import { kindMark, type Outline, UNKNOWN_GLYPH } from './pictures.ts'

const SAMPLES: Record<State, Condition> = { calm: 'calm', away: 'away', unknown: 'unknown', alarm: 1 }
const STATES = Object.keys(SAMPLES) as State[]

/** A row for each state, then one for each kind that there is, the most numerous first. */
export function deviceLegend(things: Iterable<{ kind: string; condition: Condition }>, outline: Outline): LegendRow[] {
  const kinds = new Map<string, number>()
  const states = new Map<State, number>()
  const add = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { kind, condition } of things) {
    add(kinds, kind)
    add(states, stateOf(condition))
  }
  const stateRows = STATES.map((state) => ({
    key: `state:${state}`,
    name: stateNames[state],
    image: kindMark('', outline, SAMPLES[state], false),
    count: states.get(state) ?? 0,
  }))
  const kindRows = [...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => {
      const kind = deviceKinds.get(name)
      const image = kindMark(kind?.glyph ?? UNKNOWN_GLYPH, outline, 'calm', false)
      return { key: `kind:${name}`, name: nameOfKind(name), image, count }
    })
  return [...stateRows, ...kindRows]
}
