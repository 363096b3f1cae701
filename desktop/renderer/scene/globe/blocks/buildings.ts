import { GeometryInstance, PerInstanceColorAppearance, PolygonGeometry } from '@cesium/engine'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Picked } from '../../picked.ts'
import { colored, hierarchy } from './shapes.ts'

const PLAIN_WALL = '#9c9a94'
const PARAPET = 1.1

/** Floors in bands, slightly different in tone: a height that the eye can count. */
export function buildingInstances(building: Building): GeometryInstance[] {
  const id: Picked = { kind: 'building', id: building.place }
  const wall = building.facade?.color ?? PLAIN_WALL
  const step = building.floors > 12 ? 3 : 1
  const bands: GeometryInstance[] = []
  for (let floor = 0, n = 0; floor < building.floors; floor += step, n++) {
    const top = Math.min(building.floors, floor + step)
    bands.push(volume(building, floor, top, n % 2 === 0 ? 0 : 0.13, id, wall))
  }
  return bands
}

/** A building of the city around, in one piece and darker: it is there, and not what matters. */
export function plainInstance(building: Building): GeometryInstance {
  return volume(building, 0, building.floors, -0.42, undefined, building.facade?.color ?? PLAIN_WALL)
}

function volume(building: Building, from: number, to: number, light: number, id: Picked | undefined, wall: string) {
  const last = to === building.floors
  const geometry = new PolygonGeometry({
    polygonHierarchy: hierarchy(building.footprint),
    height: to * building.floorHeight + (last ? PARAPET : 0),
    extrudedHeight: from * building.floorHeight,
    vertexFormat: PerInstanceColorAppearance.VERTEX_FORMAT,
    closeBottom: false,
    closeTop: last,
  })
  return new GeometryInstance({ geometry, attributes: colored(wall, light), ...(id ? { id } : {}) })
}
