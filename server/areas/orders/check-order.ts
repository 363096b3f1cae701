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

/** One at a time of a sort: whoever presses twice does not open twice. */
export function checkFree(world: World, { device }: Device, command: string): void {
  for (const id of world.orders.where('device', device)) {
    const order = world.orders.get(id)
    if (order?.command === command && isUnderWay(order))
      refuse(
        'order.under-way',
        { order: id, by: order.askedBy.name ?? order.askedBy.id },
        'the same order is under way',
      )
  }
}
