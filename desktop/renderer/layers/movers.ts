import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind } from '#models/kind.ts'
import { whereNow } from '#models/moving.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Mark } from '../scene/content/marks.ts'
import type { PointLook, PointShape } from '../scene/content/points.ts'
import { pageNow } from '../scene/page-time.ts'
import type { Condition } from '../store/device-state.ts'
import { alarmedDevices, conditionOf, stateOf } from '../store/device-state.ts'
import { selection } from '../store/selection.ts'
import type { LayerContext, ShownLayer } from './layer.ts'
import { deviceLegend } from './legend.ts'
import { kindMark } from './pictures.ts'
import { ranks } from './ranks.ts'
import { watchSilence } from './silence.ts'

export interface MoversWish {
  as: NonNullable<DeviceKind['moves']>['as']
  color: PointLook['color']
  shape: PointShape
}

interface Known {
  device: Device
  kind: DeviceKind
  condition: Condition
  /** By the clock of the page. */
  heardAt: number
  hidden: boolean
  mark: Mark
}

const AWAY: PointLook = { color: [122, 131, 141], shape: 'ring', size: 11 }
/** Metres from the eye within which a mover is a mark with its kind, not only a point. */
const MARK_REACH = 420
/** It takes as long to its new place as it took to say so: it glides, and is never ahead of what is known. */
const LONGEST_GLIDE_MS = 4000

/** People or vehicles: a mass of points that glide, with marks for those near by. */
export function showMovers(context: LayerContext, { as, color, shape }: MoversWish): ShownLayer {
  const { world, sheet, local, now, isHidden, admits } = context
  const here: PointLook = { color, shape, size: 11 }
  const known = new Map<string, Known>()
  let alarms = alarmedDevices(world)

  const markOf = (device: Device, kind: DeviceKind, condition: Condition, chosen: boolean): Mark => ({
    at: local(device.position),
    place: device.place,
    picked: { kind: 'device', id: device.device },
    image: kindMark(kind.glyph, 'house', condition, chosen),
    size: chosen ? 32 : 25,
    condition,
    rank: chosen ? ranks.chosen : ranks.mover,
    name: device.name,
    moves: (at) => sheet.points.where(device.device, at),
    ...(chosen ? { named: true } : {}),
  })
  const draw = (id: string) => {
    const device = world.get('devices', id)
    const kind = device && deviceKinds.get(device.kind)
    if (!device || kind?.moves?.as !== as) return forget(id)
    const condition = conditionOf(device, world, alarms, now())
    const chosen = selection.getState().device === id
    const unwanted = isHidden(`kind:${device.kind}`) || isHidden(`state:${stateOf(condition)}`)
    const hidden = unwanted || !(chosen || admits(device, condition))
    const mark = markOf(device, kind, condition, chosen)
    known.set(id, { device, kind, condition, hidden, mark, heardAt: pageNow() })
    sheet.marks.take(id)
    if (hidden) return sheet.points.take(id)
    const look = condition === 'away' || condition === 'unknown' ? AWAY : here
    const { position } = whereNow(kind, device.position, world.latest(id)?.[1])
    sheet.points.put(id, mark.picked, local(position), look)
    // The chosen one is a mark wherever it goes.
    if (chosen) sheet.marks.put(id, mark)
  }
  const forget = (id: string) => {
    if (!known.delete(id)) return
    sheet.points.take(id)
    sheet.marks.take(id)
  }
  /** The hot path: hundreds of these come in every second. Only what is otherwise than before is made anew. */
  const heard = (ids: Iterable<string>) => {
    const [page, time] = [pageNow(), now()]
    for (const id of ids) {
      const one = known.get(id)
      if (!one) continue
      if (conditionOf(one.device, world, alarms, time) !== one.condition) {
        draw(id)
        continue
      }
      const { position } = whereNow(one.kind, one.device.position, world.latest(id)?.[1])
      if (!one.hidden) sheet.points.move(id, local(position), page, Math.min(LONGEST_GLIDE_MS, page - one.heardAt))
      one.heardAt = page
    }
  }
  const redraw = () => {
    alarms = alarmedDevices(world)
    for (const id of new Set([...known.keys(), ...world.world.devices.ids()])) draw(id)
    context.counted()
  }
  const look = () => {
    let changed = false
    for (const [id, { device, condition }] of known) {
      if (conditionOf(device, world, alarms, now()) === condition) continue
      draw(id)
      changed = true
    }
    if (changed) context.counted()
  }
  sheet.near = {
    reach: MARK_REACH,
    mark: (id) => {
      const one = known.get(id)
      return one && one.mark.named !== true ? one.mark : undefined
    },
  }
  redraw()
  const stops = [
    world.subscribe('devices', (ids) => {
      if (!ids) return redraw()
      for (const id of ids) draw(id)
      context.counted()
    }),
    world.subscribe('values', (ids) => heard(ids ?? known.keys())),
    world.subscribe('alarms', () => {
      alarms = alarmedDevices(world)
      look()
    }),
    selection.subscribe((is, was) => {
      if (is.device === was.device) return
      for (const id of [was.device, is.device]) if (id !== undefined && known.has(id)) draw(id)
    }),
    watchSilence(world, () => known.keys(), now, look),
  ]
  return {
    legend: () =>
      deviceLegend(
        [...known.values()].map(({ kind, condition }) => ({ kind: kind.kind, condition })),
        'house',
      ),
    count: () => known.size,
    filtered: redraw,
    stop() {
      for (const stop of stops) stop()
    },
  }
}
