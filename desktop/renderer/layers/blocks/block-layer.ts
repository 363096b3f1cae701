import {
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  EllipseGeometry,
  GeometryInstance,
  PerInstanceColorAppearance,
  PolygonGeometry,
  PolygonHierarchy,
  Primitive,
} from '@cesium/engine'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Ring } from '#tiles/cim/geometry.ts'
import type { Ground } from '#tiles/cim/ground.ts'
import type { Picked } from '../../scene/globe/globe.ts'
import type { Layer } from '../layer.ts'

const GROUND: Record<Ground['kind'], { color: string; height: number }> = {
  grass: { color: '#27302d', height: 0.05 },
  plaza: { color: '#343a41', height: 0.35 },
  road: { color: '#3d444d', height: 0.2 },
  water: { color: '#223a4c', height: 0.5 },
  path: { color: '#363c43', height: 0.25 },
  sport: { color: '#3d3a38', height: 0.3 },
  playground: { color: '#3a3b3d', height: 0.3 },
  parking: { color: '#393f46', height: 0.25 },
  farmland: { color: '#2a3029', height: 0.1 },
  hill: { color: '#232b29', height: 0.1 },
}

const PLAIN_WALL = '#9c9a94'

/** The community as matte blocks with a line at every few floors: enough to know where one is. */
export const blockLayer: Layer = {
  id: 'blocks',
  show({ globe, site }) {
    const { scene } = globe
    const { lon, lat } = site.community.center
    const center = Cartesian3.fromDegrees(lon, lat, -0.4)
    // The surroundings fade into the background: the community ends, the world does not.
    const surroundings = [2600, 1700, 1150, 800].map(
      (radius, i) =>
        new GeometryInstance({
          geometry: new EllipseGeometry({
            center,
            semiMajorAxis: radius,
            semiMinorAxis: radius,
            height: -0.4 + i * 0.1,
            vertexFormat: PerInstanceColorAppearance.FLAT_VERTEX_FORMAT,
          }),
          attributes: colored(['#10151a', '#12181d', '#151b20', '#191f24'][i] as string),
        }),
    )
    const grounds = site.grounds.map(
      (ground) =>
        new GeometryInstance({
          geometry: new PolygonGeometry({
            polygonHierarchy: hierarchy(ground.ring),
            height: GROUND[ground.kind].height,
            vertexFormat: PerInstanceColorAppearance.FLAT_VERTEX_FORMAT,
          }),
          attributes: colored(GROUND[ground.kind].color),
        }),
    )
    const flat = new Primitive({
      geometryInstances: [...surroundings, ...grounds],
      appearance: new PerInstanceColorAppearance({ flat: true, translucent: false, closed: false }),
      asynchronous: true,
      allowPicking: false,
    })
    const blocks = new Primitive({
      geometryInstances: site.buildings.flatMap(block),
      appearance: new PerInstanceColorAppearance({ translucent: false, closed: true }),
      asynchronous: true,
    })
    scene.primitives.add(flat)
    scene.primitives.add(blocks)
    // Geometry is made in workers: draw until it is there, then no more.
    const drawUntilReady = () => {
      if (!flat.ready || !blocks.ready) globe.draw()
      else stop()
    }
    const stop = scene.postRender.addEventListener(drawUntilReady)
    globe.draw()
    return () => {
      stop()
      scene.primitives.remove(flat)
      scene.primitives.remove(blocks)
      globe.draw()
    }
  },
}

/** Floors in bands of three, slightly different in tone: a height that the eye can count. */
function block(building: Building): GeometryInstance[] {
  const wall = Color.fromCssColorString(building.facade?.color ?? PLAIN_WALL)
  const id: Picked = { kind: 'building', id: building.place }
  const bands: GeometryInstance[] = []
  const step = building.floors > 12 ? 3 : 1
  for (let floor = 0, n = 0; floor < building.floors; floor += step, n++) {
    const top = Math.min(building.floors, floor + step)
    const last = top === building.floors
    bands.push(
      new GeometryInstance({
        id,
        geometry: new PolygonGeometry({
          polygonHierarchy: hierarchy(building.footprint),
          height: top * building.floorHeight + (last ? 1.1 : 0),
          extrudedHeight: floor * building.floorHeight,
          vertexFormat: PerInstanceColorAppearance.VERTEX_FORMAT,
          closeBottom: false,
          closeTop: last,
        }),
        attributes: {
          color: ColorGeometryInstanceAttribute.fromColor(wall.brighten(n % 2 === 0 ? 0 : 0.14, new Color())),
        },
      }),
    )
  }
  return bands
}

function colored(css: string): { color: ColorGeometryInstanceAttribute } {
  return { color: ColorGeometryInstanceAttribute.fromColor(Color.fromCssColorString(css)) }
}

function hierarchy(ring: Ring): PolygonHierarchy {
  return new PolygonHierarchy(ring.map(([lon, lat]) => Cartesian3.fromDegrees(lon, lat)))
}
