import type { DeviceKind } from '#models/kind.ts'
import { limitsOf, sortsOf } from '#models/tracks/sorts.ts'
import type { Mover } from '#shared/contract/tracks.ts'
import { indexOfInitials } from '#shared/initials.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import type { Device } from '#shared/world/devices.ts'
import type { World } from '#shared/world/world.ts'
import type { Walker } from '../../log/tracks.ts'

/** A device that is carried about, in use or no more. */
export interface Known {
  device: Readonly<Device>
  kind: DeviceKind
  retired: boolean
}

/** All that have moved within an area of duty; those whose terminal is retired as well: they have been where they were. */
export function* moversOf(world: World, kinds: Registry<DeviceKind>, duty: string): Generator<Known> {
  for (const device of world.devices.values()) {
    const kind = kinds.get(device.kind)
    if (kind?.moves && isWithin(device.place, duty)) yield { device, kind, retired: false }
  }
  for (const { retired } of world.archive.values()) {
    if (!retired) continue
    const kind = kinds.get(retired.device.kind)
    if (kind?.moves && isWithin(retired.device.place, duty)) yield { device: retired.device, kind, retired: true }
  }
}

/** One of them by its id; undefined: of those that one may know of there is none. */
export function moverNamed(world: World, kinds: Registry<DeviceKind>, duty: string, id: string): Known | undefined {
  const device = world.devices.get(id) ?? world.archive.get(id)?.retired?.device
  if (!device || !isWithin(device.place, duty)) return undefined
  const kind = kinds.get(device.kind)
  return kind?.moves && { device, kind, retired: !world.devices.has(id) }
}

/** 网格员03 周敏 is 网格员03 周*, and 周敏 alone is 周*: the post stays, who holds it does not. */
export function maskedName(name: string): string {
  const at = name.trimEnd().lastIndexOf(' ') + 1
  const [first = '', ...others] = [...name.trimEnd().slice(at)]
  return `${name.slice(0, at)}${first}${'*'.repeat(Math.max(1, others.length))}`
}

export function moverOf({ device, kind, retired }: Known, whole: boolean): Mover {
  const masked = kind.moves?.as === 'person' && !whole
  return {
    device: device.device,
    kind: device.kind,
    name: masked ? maskedName(device.name) : device.name,
    masked,
    ...(device.plate === undefined ? {} : { plate: device.plate }),
    sorts: sortsOf(kind),
    retired,
  }
}

export function walkerOf({ device, kind }: Known): Walker {
  const { height } = device.position
  return { device: device.device, ...limitsOf(kind), flies: kind.moves?.flies === true, height }
}

/** Whether every word fits: by as much of the name as whoever asks is shown, so that nobody finds out a name by trying. */
export function fits(known: Known, shown: Mover, words: readonly string[]): boolean {
  const { device, kind } = known
  const said = [device.device, device.plate, device.serial, kind.name.zh, kind.name.en, ...(device.groups ?? [])]
  const text = [shown.name, ...said.filter((one) => one !== undefined)].join('\n').toLowerCase()
  const plain = text.replace(/[\s·・.-]+/g, '')
  const letters = [...shown.name]
  return words.every(
    (word) =>
      text.includes(word) ||
      // 粤B·12345 is typed 粤b12345.
      plain.includes(word.replace(/[\s·・.-]+/g, '') || word) ||
      (/^[a-z0-9]*[a-z][a-z0-9]*$/.test(word) && indexOfInitials(letters, word) >= 0),
  )
}
