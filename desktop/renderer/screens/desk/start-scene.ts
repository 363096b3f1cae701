import type { Site } from '#tiles/cim/site.ts'
import { layers } from '../../layers/index.ts'
import { Globe, type Picked } from '../../scene/globe/globe.ts'
import { selection } from '../../store/selection.ts'
import type { WorldStore } from '../../store/world-store.ts'

export interface StartedScene {
  goHome(): void
  close(): void
}

/** The scene with all layers on it. A module of its own: it is by far the largest part of the program. */
export function startScene(
  host: HTMLElement,
  site: Site,
  world: WorldStore,
  picked: (picked: Picked | undefined) => void,
): StartedScene {
  const globe = new Globe(host, picked)
  globe.settle(site.community)
  const stops = layers.all.map((layer) => layer.show({ globe, site, world }))
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
