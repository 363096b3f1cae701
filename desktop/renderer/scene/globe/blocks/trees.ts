import {
  Cartesian3,
  CylinderGeometry,
  GeometryInstance,
  Matrix4,
  PerInstanceColorAppearance,
  Transforms,
} from '@cesium/engine'
import type { Tree } from '#tiles/cim/ground.ts'
import { colored } from './shapes.ts'

const CROWNS: Record<Tree['species'], { color: string; width: number; top: number }> = {
  camphor: { color: '#33463a', width: 0.38, top: 0.4 },
  banyan: { color: '#2f4136', width: 0.5, top: 0.55 },
  ginkgo: { color: '#47482f', width: 0.3, top: 0.12 },
  palm: { color: '#3a4a39', width: 0.26, top: 0.7 },
}

/** A tree is a crown of six sides: many of them make an avenue. */
export function treeInstance({ at: [lon, lat], species, height }: Tree): GeometryInstance {
  const { color, width, top } = CROWNS[species]
  const geometry = new CylinderGeometry({
    length: height * 0.8,
    bottomRadius: height * width,
    topRadius: height * width * top,
    slices: 6,
    vertexFormat: PerInstanceColorAppearance.VERTEX_FORMAT,
  })
  const frame = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(lon, lat, height * 0.62))
  return new GeometryInstance({ geometry, modelMatrix: Matrix4.clone(frame), attributes: colored(color) })
}
