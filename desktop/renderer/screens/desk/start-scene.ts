import { layers } from '../../layers/index.ts'
import type { PlaceNotice } from '../../layers/layer.ts'
import { Globe, type Picked } from '../../scene/globe/globe.ts'
import { selection } from '../../store/selection.ts'
import type { Place } from '../../store/site.ts'
import type { WorldStore } from '../../store/world-store.ts'

export interface StartedScene {
  goHome(): void
  close(): void
}

/** What the scene is given, and what it says. */
export interface SceneEnds {
  address(path: string): string
  picked(picked: Picked | undefined): void
  notice(about: PlaceNotice | undefined): void
}

/** The scene with all layers on it. A module of its own: it is by far the largest part of the program. */
export function startScene(
  host: HTMLElement,
  { site, tiles }: Place,
  world: WorldStore,
  { address, picked, notice }: SceneEnds,
): StartedScene {
  const globe = new Globe(host, picked)
  globe.settle(site.community)
  const stops = layers.all.map((layer) => layer.show({ globe, site, tiles, world, address, notice }))
  const visit = () => {
    const { alarm, device } = selection.getState()
    const position = alarm ? world.get('alarms', alarm)?.position : device && world.get('devices', device)?.position
    if (position) globe.visit(position)
  }
  stops.push(selection.subscribe((now, before) => now.visit !== before.visit && visit()))
  if (selection.getState().alarm) visit()
  return {
    goHome: () => globe.goHome(),
    close() {
      for (const stop of stops.reverse()) stop()
      globe.close()
    },
  }
}
