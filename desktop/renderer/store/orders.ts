import type { DeviceCommand } from '#models/commands.ts'
import { deviceKinds } from '#models/devices/index.ts'
import { isUnderWay, type Order } from '#shared/world/orders.ts'
import type { Language } from '../i18n/language.ts'
import type { WorldStore } from './world-store.ts'

/** Of a device: what is under way first, then what ended last. */
export function ordersOf(world: WorldStore, device: string): Order[] {
  const found = [...world.world.orders.where('device', device)].flatMap((id) => world.get('orders', id) ?? [])
  const rank = (order: Order) => (isUnderWay(order) ? Number.POSITIVE_INFINITY : (order.endedAt ?? 0))
  return found.sort((a, b) => rank(b) - rank(a) || b.askedAt - a.askedAt)
}

/** Those that wait for somebody else to agree, the one that lapses first before all. */
export function ordersToAgree(world: WorldStore): Order[] {
  return [...world.world.orders.values()].filter(({ state }) => state === 'asked').sort((a, b) => a.until - b.until)
}

export function commandOf(kind: string | undefined, command: string): DeviceCommand | undefined {
  return deviceKinds.get(kind ?? '')?.commands[command]
}

export function nameOfCommand(kind: string | undefined, command: string, language: Language): string {
  return commandOf(kind, command)?.name[language] ?? command
}
