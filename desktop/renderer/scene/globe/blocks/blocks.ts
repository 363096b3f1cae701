import { type GeometryInstance, PerInstanceColorAppearance, Primitive, type Scene } from '@cesium/engine'
import type { Site } from '#tiles/cim/site.ts'
import { buildingInstances, plainInstance } from './buildings.ts'
import { groundInstances, hillInstances } from './ground.ts'
import { treeInstance } from './trees.ts'

/** As many solids as are made within one picture: no picture waits long, and all of them take a moment. */
const AT_ONCE = 400

interface Look {
  flat: boolean
  closed: boolean
  pick: boolean
}

export interface BlocksEnds {
  changed(): void
  /** All of them are there. */
  settled(): void
}

/** The place as matte blocks: enough to know where one is. Returns how to take them away. */
export function showBlocks(scene: Scene, site: Site, { changed, settled }: BlocksEnds): () => void {
  const { grounds, buildings } = site.surroundings
  const solid = { flat: false, closed: true, pick: false }
  const due = [
    ...parts(groundInstances(site), { flat: true, closed: false, pick: false }),
    ...parts(site.buildings.flatMap(buildingInstances), { ...solid, pick: true }),
    ...parts([...buildings.map(plainInstance), ...hillInstances(grounds)], solid),
    ...parts(site.trees.map(treeInstance), solid),
  ]
  const shown: Primitive[] = []
  const next = () => {
    const part = due.shift()
    if (part) shown.push(scene.primitives.add(part(), 0))
    else {
      stop()
      settled()
    }
    changed()
  }
  const stop = scene.postRender.addEventListener(next)
  changed()
  return () => {
    stop()
    for (const part of shown) scene.primitives.remove(part)
    changed()
  }
}

function parts(instances: GeometryInstance[], look: Look): (() => Primitive)[] {
  const count = Math.ceil(instances.length / AT_ONCE)
  return Array.from({ length: count }, (_, i) => () => primitive(instances.slice(i * AT_ONCE, (i + 1) * AT_ONCE), look))
}

/** Made here: the engine's workers would have to be fetched, and blocks stand in when a server cannot be reached. */
function primitive(geometryInstances: GeometryInstance[], { flat, closed, pick }: Look): Primitive {
  return new Primitive({
    geometryInstances,
    appearance: new PerInstanceColorAppearance({ flat, translucent: false, closed }),
    asynchronous: false,
    allowPicking: pick,
  })
}
