import { type GeometryInstance, PerInstanceColorAppearance, Primitive } from '@cesium/engine'
import type { Layer } from '../layer.ts'
import { buildingInstances, plainInstance } from './buildings.ts'
import { groundInstances, hillInstances } from './ground.ts'
import { treeInstance } from './trees.ts'

/** The place as matte blocks: enough to know where one is. */
export const blockLayer: Layer = {
  id: 'blocks',
  show({ globe, site }) {
    const { scene } = globe
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
    for (const part of parts) scene.primitives.add(part)
    // Geometry is made in workers: draw until it is there, then no more.
    const stop = globe.drawUntil(() => parts.every((part) => part.ready))
    return () => {
      stop()
      for (const part of parts) scene.primitives.remove(part)
      globe.draw()
    }
  },
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
