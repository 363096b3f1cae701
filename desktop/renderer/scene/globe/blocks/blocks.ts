import { type GeometryInstance, PerInstanceColorAppearance, Primitive, type Scene } from '@cesium/engine'
import type { Site } from '#tiles/cim/site.ts'
import { buildingInstances, plainInstance } from './buildings.ts'
import { groundInstances, hillInstances } from './ground.ts'
import { treeInstance } from './trees.ts'

/** The place as matte blocks: enough to know where one is. Returns how to take them away. */
export function showBlocks(scene: Scene, site: Site, changed: () => void): () => void {
  const parts = [
    primitive(groundInstances(site), { flat: true, closed: false, pick: false }),
    primitive([...site.surroundings.buildings.map(plainInstance), ...hillInstances(site.surroundings.grounds)], {
      flat: false,
      closed: true,
      pick: false,
    }),
    primitive(site.trees.map(treeInstance), { flat: false, closed: true, pick: false }),
    primitive(site.buildings.flatMap(buildingInstances), { flat: false, closed: true, pick: true }),
  ].filter((part) => part !== undefined)
  for (const part of parts) scene.primitives.add(part, 0)
  // Geometry is made in workers: draw until it is there, then no more.
  const stop = scene.postRender.addEventListener(() => {
    if (parts.every((part) => part.ready)) stop()
    else changed()
  })
  changed()
  return () => {
    stop()
    for (const part of parts) scene.primitives.remove(part)
    changed()
  }
}

function primitive(
  geometryInstances: GeometryInstance[],
  { flat, closed, pick }: { flat: boolean; closed: boolean; pick: boolean },
): Primitive | undefined {
  if (geometryInstances.length === 0) return undefined
  return new Primitive({
    geometryInstances,
    appearance: new PerInstanceColorAppearance({ flat, translucent: false, closed }),
    asynchronous: true,
    allowPicking: pick,
  })
}
