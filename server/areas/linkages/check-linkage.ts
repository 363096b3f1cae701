import type { DeviceKind } from '#models/kind.ts'
import { refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import type { Linkage } from '#shared/world/linkages.ts'
import type { World } from '#shared/world/world.ts'
import { checkOrder } from '../orders/check-order.ts'

interface Known {
  kinds: Registry<DeviceKind>
  rules: ReadonlyMap<string, unknown>
  world: World
}

/** Refuses a linkage that could never do anything: unknown rules, kinds and commands, devices that there are not. */
export function checkLinkage({ when, actions }: Linkage, { kinds, rules, world }: Known): void {
  for (const rule of when.rules) if (!rules.has(rule)) refuse('linkage.pointless', { rule }, 'there is no such rule')
  for (const kind of when.kinds) known(kinds, kind)
  const there = new Set<string>()
  for (const { kind } of world.devices.values()) there.add(kind)
  for (const [n, action] of actions.entries()) {
    const at = { action: n + 1 }
    if (action.do === 'cameras') {
      if (![...there].some((kind) => kinds.get(kind)?.looks)) refuse('linkage.nobody', at, 'there is no camera')
      continue
    }
    for (const kind of action.kinds) checkOrder(known(kinds, kind), action.command, action.input)
    if (!action.kinds.some((kind) => there.has(kind)))
      refuse('linkage.nobody', { ...at, kinds: action.kinds }, 'there is no device of these kinds anywhere')
  }
}

function known(kinds: Registry<DeviceKind>, kind: string): DeviceKind {
  return kinds.get(kind) ?? refuse('kind.unknown', { kind }, 'no such kind of device')
}
