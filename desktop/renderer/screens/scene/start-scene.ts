import { readTiles } from '#shared/contract/place.ts'
import { placePart, placeUpTo } from '#shared/place/path.ts'
import { floorOf } from '#tiles/cim/floors.ts'
import type { Texts } from '../../i18n/zh.ts'
import { layers } from '../../layers/index.ts'
import { LayerSet } from '../../layers/layer-set.ts'
import { Stage } from '../../scene/stage.ts'
import type { Center } from '../../store/center.ts'
import { insideOf } from '../../store/inside.ts'
import {
  followDevice,
  selectAlarm,
  selectDevice,
  selection,
  selectNothing,
  selectPlace,
  standIn,
} from '../../store/selection.ts'
import type { Place } from '../../store/site.ts'
import { goToMeeting } from '../../store/track-times.ts'
import { tracks } from '../../store/tracks.ts'
import { whereChosen } from './chosen.ts'
import { coversOf } from './covers.ts'
import { watchWeather } from './watch-weather.ts'

export interface Scene {
  stage: Stage
  layers: LayerSet
  /** Another language was chosen. */
  speak(texts: Texts): void
  close(): void
}

/** The stage with all layers on it. A module of its own: it is by far the largest part of the program. */
export function startScene(host: HTMLElement, { site, tiles }: Place, center: Center, texts: Texts): Scene {
  const { world } = center
  const stage = new Stage({
    host,
    site,
    tiles,
    ends: {
      address: center.address,
      now: () => center.now(),
      texts: () => texts,
      covers: () => coversOf(host),
      interior: (building) => insideOf(center.ask, building),
      picked(found) {
        if (found?.kind === 'alarm') selectAlarm(found.id, false)
        else if (found?.kind === 'device') selectDevice(found.id)
        else if (found?.kind === 'meeting') goToMeeting(center, Number(found.id))
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
  const visit = async () => {
    const { place, enter, visit: turn } = selection.getState()
    const building = place === undefined ? undefined : placeUpTo(place, 'building')
    if (enter && place !== undefined && building !== undefined)
      return void stage.inside.enter(building, { floor: floorOf(placePart(place, 'floor') ?? '') })
    const found = await whereChosen(center, site)
    // Meanwhile somebody may want to be elsewhere.
    if (found && open && selection.getState().visit === turn)
      void stage.focus.visit(stage.local(found.position), found.place, found.whole)
  }
  const stops = [
    selection.subscribe((is, was) => {
      if (is.visit !== was.visit) void visit()
      if (is.returns !== was.returns) void stage.focus.goBack()
      if (is.place !== was.place) stage.inside.highlight(is.place)
      if (is.following !== was.following && is.following !== stage.state.getState().following)
        stage.camera.follow(is.following)
    }),
    tracks.subscribe(({ spot }, was) => {
      if (spot && spot !== was.spot) void stage.focus.visit(stage.local(spot.position), site.community.id)
    }),
    // Taken over by hand, it follows no more.
    stage.state.subscribe((is, was) => {
      if (is.following !== was.following) followDevice(is.following)
      if (is.inside?.place !== was.inside?.place) standIn(is.inside?.place)
    }),
    // The server may have newer tiles, or another address for them.
    center.state.subscribe((is, was) => {
      if (is.time.phase !== 'live' || was.time.phase === 'live') return
      center.ask(readTiles, {}).then(
        (fresh) => open && stage.renewPlace(fresh),
        () => {},
      )
    }),
    watchWeather(world, now, (weather) => stage.sky.measure(weather)),
  ]
  stage.inside.highlight(selection.getState().place)
  if (selection.getState().visit > 0) void visit()
  return {
    stage,
    layers: layerSet,
    speak(chosen) {
      texts = chosen
      stage.inside.speak()
    },
    close() {
      open = false
      for (const stop of stops) stop()
      standIn(undefined)
      layerSet.close()
      stage.close()
    },
  }
}
