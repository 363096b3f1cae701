import { Cartesian3, type Scene } from '@cesium/engine'

/** Metres from the camera within which a device shows what it is; farther out it is one point among many. */
const REACH = 380
/** More marks than this at once would hide one another, and the place. */
const MOST = 220

/** The devices near the camera, nearest first. Looked for when the camera has come to rest, not while it moves. */
export function nearest(scene: Scene, positions: ReadonlyMap<string, Cartesian3>): Set<string> {
  const eye = scene.camera.positionWC
  const found: { id: string; far: number }[] = []
  for (const [id, position] of positions) {
    const far = Cartesian3.distance(eye, position)
    if (far < REACH) found.push({ id, far })
  }
  found.sort((a, b) => a.far - b.far)
  return new Set(found.slice(0, MOST).map(({ id }) => id))
}
