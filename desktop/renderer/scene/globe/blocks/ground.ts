import {
  Cartesian3,
  CornerType,
  CorridorGeometry,
  EllipseGeometry,
  GeometryInstance,
  PerInstanceColorAppearance,
  PolygonGeometry,
} from '@cesium/engine'
import type { Ground } from '#tiles/cim/ground.ts'
import type { Roads } from '#tiles/cim/roads.ts'
import type { Site } from '#tiles/cim/site.ts'
import { colored, hierarchy, points, shrunk } from './shapes.ts'

const FLAT = PerInstanceColorAppearance.FLAT_VERTEX_FORMAT

/** Colours of dusk; heights far enough apart that nothing flickers from afar. */
const LOOKS: Record<Ground['kind'], { color: string; height: number }> = {
  plaza: { color: '#31373e', height: 0 },
  farmland: { color: '#2a3029', height: 0.4 },
  grass: { color: '#28322d', height: 0.5 },
  parking: { color: '#3a4047', height: 1 },
  path: { color: '#3a4046', height: 1 },
  playground: { color: '#46423f', height: 1 },
  sport: { color: '#4a3f3a', height: 1 },
  road: { color: '#3f464e', height: 1 },
  water: { color: '#213d52', height: 1.2 },
  hill: { color: '#1d2523', height: 0 },
}
const ROAD = { color: '#424951', height: 0.8 }
const TERRACES = 6

export function groundInstances(site: Site): GeometryInstance[] {
  const { lon, lat } = site.community.center
  // Rings that fade into the background: the community ends, the world does not.
  const surroundings = [4600, 3000, 2000, 1350].map((radius, i) => {
    const geometry = new EllipseGeometry({
      center: Cartesian3.fromDegrees(lon, lat),
      semiMajorAxis: radius,
      semiMinorAxis: radius,
      height: -3 + i * 0.6,
      vertexFormat: FLAT,
    })
    return new GeometryInstance({
      geometry,
      attributes: colored(['#10151a', '#12181d', '#151b20', '#181e23'][i] as string),
    })
  })
  const grounds = [...site.surroundings.grounds, ...site.grounds]
  return [
    ...surroundings,
    ...grounds.filter(({ kind }) => kind !== 'hill').map((ground, i) => flat(ground, i === 0 ? 0 : 0.2)),
    ...roadInstances(site.roads),
  ]
}

function flat(ground: Ground, lift: number): GeometryInstance {
  const { color, height } = LOOKS[ground.kind]
  const geometry = new PolygonGeometry({
    polygonHierarchy: hierarchy(ground.ring),
    height: height + lift,
    vertexFormat: FLAT,
  })
  return new GeometryInstance({ geometry, attributes: colored(color) })
}

function roadInstances({ nodes, edges }: Roads): GeometryInstance[] {
  const at = new Map(nodes.map((node) => [node.id, node.at]))
  return edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)]
    if (!from || !to) return []
    const geometry = new CorridorGeometry({
      positions: points([from, ...(edge.via ?? []), to]),
      width: edge.width,
      height: ROAD.height,
      cornerType: CornerType.MITERED,
      vertexFormat: FLAT,
    })
    return new GeometryInstance({ geometry, attributes: colored(ROAD.color) })
  })
}

/** Hills as terraces, as on a model of card. */
export function hillInstances(grounds: readonly Ground[]): GeometryInstance[] {
  return grounds
    .filter(({ kind }) => kind === 'hill')
    .flatMap(({ ring, height = 60 }) =>
      Array.from({ length: TERRACES }, (_, i) => {
        const part = i / TERRACES
        const geometry = new PolygonGeometry({
          polygonHierarchy: hierarchy(shrunk(ring, Math.cos((part * Math.PI) / 2))),
          extrudedHeight: height * part,
          height: (height * (i + 1)) / TERRACES,
          vertexFormat: PerInstanceColorAppearance.VERTEX_FORMAT,
        })
        return new GeometryInstance({ geometry, attributes: colored(LOOKS.hill.color, part * 0.12) })
      }),
    )
}
