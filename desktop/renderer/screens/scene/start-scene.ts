import { deviceKinds } from '#models/devices/index.ts'
import { whereNow } from '#models/moving.ts'
import { readInside } from '#shared/contract/place.ts'
import type { Position } from '#shared/place/position.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { layers } from '../../layers/index.ts'
import { LayerSet } from '../../layers/layer-set.ts'
import { partsOf } from '../../scene/focus/focus.ts'
import { weatherOf } from '../../scene/sky/weather.ts'
import { Stage } from '../../scene/stage.ts'
import type { Center } from '../../store/center.ts'
import { followLink } from '../../store/link.ts'
import {
  followDevice,
  selectAlarm,
  selectDevice,
  selection,
  selectNothing,
  selectPlace,
} from '../../store/selection.ts'
import type { Place } from '../../store/site.ts'

export interface Scene {
  stage: Stage
  layers: LayerSet
  /** Goes to where a chosen thing is seen. */
  visit(): void
  close(): void
}

/** The stage with all layers on it. A module of its own: it is by far the largest part of the program. */
export function startScene(host: HTMLElement, { site, tiles }: Place, center: Center): Scene {
  const { world } = center
  const stage = new Stage({
    host,
    site,
    tiles,
    ends: {
      address: center.address,
      now: () => center.now(),
      // The server has read it by its schema.
      interior: async (building) => (await center.ask(readInside, { building })).inside as Interior | null,
      picked(found) {
        if (found?.kind === 'alarm') selectAlarm(found.id, false)
        else if (found?.kind === 'device') selectDevice(found.id)
        else if (found?.kind === 'building' || found?.kind === 'room') selectPlace(found.id)
        // A wall of the house that one is in is the house.
        else if (found !== undefined && found.id === stage.inside.place) selectPlace(found.id)
        else {
          selectNothing()
          stage.emphasize(undefined)
        }
      },
    },
  })
  const now = () => center.now()
  const layerSet = new LayerSet({ registry: layers, stage, site, world, now })
  const chosen = (): { position: Position; place: string } | undefined => {
    const { alarm: alarmId, device: deviceId, place } = selection.getState()
    const alarm = alarmId === undefined ? undefined : world.get('alarms', alarmId)
    if (alarm) return alarm
    const device = deviceId === undefined ? undefined : world.get('devices', deviceId)
    if (device) {
      const { position, reported } = whereNow(
        deviceKinds.get(device.kind),
        device.position,
        world.latest(device.device)?.[1],
      )
      // What goes about is where it is, not in the house where it belongs.
      return { position, place: reported ? (device.place.split('/')[0] as string) : device.place }
    }
    const building = site.buildings.find((one) => place === one.place || place?.startsWith(`${one.place}/`))
    if (!building || place === undefined) return undefined
    const [lon, lat] = building.footprint[0] as readonly [number, number]
    return { position: building.position ?? { lon, lat, height: 0 }, place }
  }
  const visit = () => {
    const { place, enter } = selection.getState()
    const { building, floor } = partsOf(place ?? '')
    if (enter && building !== undefined) return void stage.inside.enter(building, { floor })
    const found = chosen()
    if (found) void stage.focus.visit(stage.local(found.position), found.place)
  }
  /** The first station that speaks says what weather it is. */
  const measure = () => {
    for (const { device, kind } of world.world.devices.values()) {
      const latest = kind === 'weather-station' ? world.latest(device) : undefined
      if (latest) return stage.sky.measure(weatherOf(latest[1], now() - latest[0]))
    }
  }
  const stations = new Set<string>()
  const stops = [
    selection.subscribe((is, was) => {
      if (is.visit !== was.visit) visit()
      if (is.place !== was.place) stage.inside.highlight(is.place)
      if (is.following !== was.following && is.following !== stage.state.getState().following)
        stage.follow(is.following)
    }),
    // Taken over by hand, it follows no more.
    stage.state.subscribe((is, was) => {
      if (is.following !== was.following) followDevice(is.following)
    }),
    world.subscribe('values', (ids) => {
      if (!ids) return measure()
      if (stations.size === 0)
        for (const { device, kind } of world.world.devices.values())
          if (kind === 'weather-station') stations.add(device)
      for (const id of stations) if (ids.has(id)) return measure()
    }),
  ]
  measure()
  const link = () => followLink(location.hash)
  addEventListener('hashchange', link)
  stops.push(() => removeEventListener('hashchange', link))
  if (!link() && selection.getState().visit > 0) visit()
  return {
    stage,
    layers: layerSet,
    visit,
    close() {
      for (const stop of stops) stop()
      layerSet.close()
      stage.close()
    },
  }
}
