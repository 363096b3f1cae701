import { readInside, readTiles } from '#shared/contract/place.ts'
import { placePart, placeUpTo } from '#shared/place/path.ts'
import { floorOf } from '#tiles/cim/floors.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { layers } from '../../layers/index.ts'
import { LayerSet } from '../../layers/layer-set.ts'
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
import { whereChosen } from './chosen.ts'
import { watchWeather } from './watch-weather.ts'

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
  let open = true
  const now = () => center.now()
  const layerSet = new LayerSet({ registry: layers, stage, site, world, now })
  const visit = () => {
    const { place, enter } = selection.getState()
    const building = place === undefined ? undefined : placeUpTo(place, 'building')
    if (enter && place !== undefined && building !== undefined)
      return void stage.inside.enter(building, { floor: floorOf(placePart(place, 'floor') ?? '') })
    const found = whereChosen(world, site)
    if (found) void stage.focus.visit(stage.local(found.position), found.place)
  }
  const stops = [
    selection.subscribe((is, was) => {
      if (is.visit !== was.visit) visit()
      if (is.place !== was.place) stage.inside.highlight(is.place)
      if (is.following !== was.following && is.following !== stage.state.getState().following)
        stage.camera.follow(is.following)
    }),
    // Taken over by hand, it follows no more.
    stage.state.subscribe((is, was) => {
      if (is.following !== was.following) followDevice(is.following)
    }),
    // Each start of the server gives tiles another address.
    center.state.subscribe((is, was) => {
      if (is.time.phase !== 'live' || was.time.phase === 'live') return
      center.ask(readTiles, {}).then(
        (fresh) => open && stage.renewPlace(fresh),
        () => {},
      )
    }),
    watchWeather(world, now, (weather) => stage.sky.measure(weather)),
  ]
  const link = () => followLink(location.hash)
  addEventListener('hashchange', link)
  stops.push(() => removeEventListener('hashchange', link))
  if (!link() && selection.getState().visit > 0) visit()
  return {
    stage,
    layers: layerSet,
    visit,
    close() {
      open = false
      for (const stop of stops) stop()
      layerSet.close()
      stage.close()
    },
  }
}
