import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind } from '#models/kind.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Mark } from '../scene/content/marks.ts'
import type { Condition } from '../store/device-state.ts'
import { alarmedDevices, conditionOf, stateOf } from '../store/device-state.ts'
import { selection } from '../store/selection.ts'
import type { LayerContext, ShownLayer } from './layer.ts'
import { deviceLegend } from './legend.ts'
import { kindMark, type Outline, UNKNOWN_GLYPH } from './pictures.ts'
import { ranks } from './ranks.ts'
import { watchSilence } from './silence.ts'

export interface DeviceMarksWish {
  /** The kinds that this layer is about; undefined: a kind that nobody knows. */
  wants(kind: DeviceKind | undefined): boolean
  outline: Outline
  rank: number
  /** Told of each device that is now shown or no longer. */
  drawn?(device: Device, shown: boolean): void
}

/** Devices as marks of kind and state, each where it stands; gathered into numbers where they would cover one another. */
export function showDeviceMarks(context: LayerContext, { wants, outline, rank, drawn }: DeviceMarksWish): ShownLayer {
  const { world, sheet, local, now, isHidden, admits } = context
  const conditions = new Map<string, Condition>()
  let alarms = alarmedDevices(world)

  const put = (device: Device, condition: Condition) => {
    const { device: id, kind: name } = device
    const kind = deviceKinds.get(name)
    conditions.set(id, condition)
    const chosen = selection.getState().device === id
    const wanted = !isHidden(`kind:${name}`) && !isHidden(`state:${stateOf(condition)}`)
    // What somebody has chosen he sees, whatever map is open.
    const shown = wanted && (chosen || admits(device, condition))
    drawn?.(device, shown)
    if (!shown) return sheet.marks.take(id)
    sheet.marks.put(id, {
      at: local(device.position),
      place: device.place,
      picked: { kind: 'device', id },
      image: kindMark(kind?.glyph ?? UNKNOWN_GLYPH, outline, condition, chosen),
      size: chosen ? 30 : 23,
      condition,
      rank: chosen ? ranks.chosen : rank,
      name: device.name,
      ...(chosen ? { named: true } : { cluster: 'devices' }),
    } satisfies Mark)
  }
  const draw = (id: string) => {
    const device = world.get('devices', id)
    if (device && wants(deviceKinds.get(device.kind))) put(device, conditionOf(device, world, alarms, now()))
    else if (conditions.delete(id)) sheet.marks.take(id)
  }
  const redraw = () => {
    alarms = alarmedDevices(world)
    for (const id of [...conditions.keys()]) if (!world.world.devices.has(id)) draw(id)
    for (const id of world.world.devices.ids()) draw(id)
    context.counted()
  }
  /** Only what is otherwise than before is drawn anew. */
  const look = (ids: Iterable<string>) => {
    let changed = false
    for (const id of ids) {
      const before = conditions.get(id)
      const device = before !== undefined && world.get('devices', id)
      if (!device) continue
      const condition = conditionOf(device, world, alarms, now())
      if (condition === before) continue
      put(device, condition)
      changed = true
    }
    if (changed) context.counted()
  }
  const stops = [
    world.subscribe('devices', (ids) => {
      if (!ids) return redraw()
      for (const id of ids) draw(id)
      context.counted()
    }),
    world.subscribe('values', (ids) => look(ids ?? conditions.keys())),
    world.subscribe('alarms', () => {
      const before = alarms
      alarms = alarmedDevices(world)
      look(new Set([...before.keys(), ...alarms.keys()]))
    }),
    selection.subscribe((is, was) => {
      if (is.device === was.device) return
      for (const id of [was.device, is.device]) if (id !== undefined) draw(id)
    }),
  ]
  const shownKinds = () =>
    [...conditions].flatMap(([id, condition]) => {
      const kind = world.get('devices', id)?.kind
      return kind === undefined ? [] : [{ kind, condition }]
    })
  redraw()
  stops.push(
    watchSilence(
      world,
      () => conditions.keys(),
      now,
      () => look(conditions.keys()),
    ),
  )
  return {
    legend: () => deviceLegend(shownKinds(), outline),
    count: () => conditions.size,
    filtered: redraw,
    stop() {
      for (const stop of stops) stop()
    },
  }
}
