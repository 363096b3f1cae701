import type { DeviceCommand } from '#models/commands.ts'
import type { DeviceKind } from '#models/kind.ts'
import { refuse } from '#shared/errors.ts'
import type { Device } from '#shared/world/devices.ts'
import { isUnderWay } from '#shared/world/orders.ts'
import type { World } from '#shared/world/world.ts'

/** Refuses what the kind does not understand, or with more or less said than it has to be. */
export function checkOrder(kind: DeviceKind | undefined, name: string, input: Record<string, number>): DeviceCommand {
  const command = kind && Object.hasOwn(kind.commands, name) ? kind.commands[name] : undefined
  if (!command) return refuse('command.unknown', { command: name }, 'a device of this kind cannot do that')
  const wanted = command.input ?? {}
  for (const said of Object.keys(input))
    if (!Object.hasOwn(wanted, said)) refuse('command.input', { input: said }, 'nothing to be said with this command')
  for (const [said, { min, max }] of Object.entries(wanted)) {
    const value = input[said]
    if (value === undefined || value < min || value > max)
      refuse('command.input', { input: said, min, max }, `${said} has to be from ${min} to ${max}`)
  }
  return command
}

/** One at a time of a sort: whoever presses twice does not open twice, and nobody opens what somebody else shuts. */
export function checkFree(world: World, { device }: Device, kind: DeviceKind | undefined, command: string): void {
  const states = (name: string) => Object.keys(kind?.commands[name]?.sets ?? {})
  const wanted = new Set(states(command))
  for (const id of world.orders.where('device', device)) {
    const order = world.orders.get(id)
    if (!order || !isUnderWay(order)) continue
    if (order.command === command || states(order.command).some((state) => wanted.has(state)))
      refuse(
        'order.under-way',
        { order: id, by: order.askedBy.name ?? order.askedBy.id },
        'an order of this sort is under way',
      )
  }
}

/** As finely as the kind measures it. */
export function asMeasured({ input: known = {} }: DeviceCommand, said: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, Number(value.toFixed(known[name]?.decimals ?? 0))]),
  )
}

export type Listening = 'listens' | 'deaf' | 'away'

export function checkListens(state: Listening, device: string): void {
  if (state === 'away') refuse('device.away', { device }, 'the device is not connected: nobody would hear it')
  if (state === 'deaf') refuse('device.deaf', { device }, 'the device is connected, but takes no orders')
}
