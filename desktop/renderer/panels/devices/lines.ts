import type { Device } from '#shared/world/devices.ts'
import type { Condition, State } from '../../store/device-state.ts'
import { stateOf } from '../../store/device-state.ts'

/** A device as it is listed. */
export interface DeviceLine {
  device: Device
  /** In the words of the language. */
  kind: string
  where: string
  condition: Condition
}

export type Column = 'state' | 'name' | 'kind' | 'where'
export interface Order {
  by: Column
  down: boolean
}

export interface Wanted {
  /** Those that a search found; undefined: all. */
  found: ReadonlySet<string> | undefined
  kind: string | undefined
  state: State | undefined
}

/** What needs somebody first. */
const URGENCY: Record<State, number> = { alarm: 0, away: 1, unknown: 2, calm: 3 }
const compare = new Intl.Collator('zh-Hans-CN', { numeric: true }).compare

const ORDERS: Record<Column, (a: DeviceLine, b: DeviceLine) => number> = {
  state: (a, b) => urgency(a.condition) - urgency(b.condition),
  name: (a, b) => compare(a.device.name, b.device.name),
  kind: (a, b) => compare(a.kind, b.kind),
  where: (a, b) => compare(a.where, b.where),
}

function urgency(condition: Condition): number {
  return URGENCY[stateOf(condition)] * 10 + (typeof condition === 'number' ? condition : 0)
}

/** Those that are wanted, in order; alike ones by name. */
export function listed(
  lines: readonly DeviceLine[],
  { found, kind, state }: Wanted,
  { by, down }: Order,
): DeviceLine[] {
  const wanted = lines.filter(
    ({ device, condition }) =>
      (found === undefined || found.has(device.device)) &&
      (kind === undefined || device.kind === kind) &&
      (state === undefined || stateOf(condition) === state),
  )
  const way = down ? -1 : 1
  return wanted.sort((a, b) => way * ORDERS[by](a, b) || (by === 'name' ? 0 : ORDERS.name(a, b)))
}

/** How many there are of each state, whatever state is wanted. */
export function countStates(lines: readonly DeviceLine[], wanted: Wanted): Record<State, number> {
  const counts: Record<State, number> = { alarm: 0, away: 0, unknown: 0, calm: 0 }
  for (const line of lines)
    if ((!wanted.found || wanted.found.has(line.device.device)) && (!wanted.kind || line.device.kind === wanted.kind))
      counts[stateOf(line.condition)]++
  return counts
}
