import { Cartesian3, Color, ColorGeometryInstanceAttribute, PolygonHierarchy } from '@cesium/engine'
import type { LonLat, Ring } from '#tiles/cim/geometry.ts'

/** `light` above 0 brightens, below 0 darkens. */
export function colored(css: string, light = 0): { color: ColorGeometryInstanceAttribute } {
  const color = Color.fromCssColorString(css)
  if (light > 0) color.brighten(light, color)
  else if (light < 0) color.darken(-light, color)
  return { color: ColorGeometryInstanceAttribute.fromColor(color) }
}

export function points(line: readonly LonLat[]): Cartesian3[] {
  return line.map(([lon, lat]) => Cartesian3.fromDegrees(lon, lat))
}

export function hierarchy(ring: Ring): PolygonHierarchy {
  return new PolygonHierarchy(points(ring))
}

/** The ring drawn together towards its middle. */
export function shrunk(ring: Ring, to: number): Ring {
  const middle = (i: 0 | 1) => ring.reduce((sum, point) => sum + point[i], 0) / ring.length
  const [lon, lat] = [middle(0), middle(1)]
  return ring.map(([x, y]) => [lon + (x - lon) * to, lat + (y - lat) * to])
}
