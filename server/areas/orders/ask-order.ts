import { randomBytes } from 'node:crypto'
import type { DeviceKind } from '#models/kind.ts'
import type { Registry } from '#shared/registry.ts'
import type { Clock } from '#shared/time.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import { orderAsked } from '#shared/world/orders.ts'
import type { World } from '#shared/world/world.ts'
import { asMeasured, checkFree, checkListens, checkOrder, type Listening } from './check-order.ts'
import { AGREE_MS, ANSWER_MS } from './orders-at-work.ts'

export interface OrderDeps {
  clock: Clock
  kinds: Registry<DeviceKind>
  /** Whether a device is there, and listens to orders. */
  listens(device: string): Listening
}

interface Wanted {
  order: string
  device: Device
  command: string
  input: Record<string, number>
  note?: string | undefined
  /** A dangerous one needs no second person: somebody has answered for it before. */
  authorised?: boolean | undefined
}

export function newOrder(): string {
  return `order-${randomBytes(9).toString('base64url')}`
}

/** The one way to an order, whoever asks for it; refuses what cannot be told now. */
export function askOrder(
  world: World,
  { order, device, command: name, input, note, authorised }: Wanted,
  { clock, kinds, listens }: OrderDeps,
): { draft: Draft; needsAnother: boolean } {
  const kind = kinds.get(device.kind)
  const command = checkOrder(kind, name, input)
  checkFree(world, device, kind, name)
  checkListens(listens(device.device), device.device)
  const needsAnother = command.dangerous === true && !authorised
  const until = clock.now() + (needsAnother ? AGREE_MS : ANSWER_MS)
  const asked = { order, device: device.device, command: name, input: asMeasured(command, input), until, needsAnother }
  return { draft: orderAsked(device.place, note ? { ...asked, note } : asked), needsAnother }
}
