export type Point = [x: number, y: number]

/** A square of about 20 m, counted in steps of about 100 m from a place in Shenzhen. */
export function square(column = 0, row = 0, size = 0.0002, [lon, lat]: Point = [114, 22.5]): Point[] {
  const [west, south] = [lon + column * 0.001, lat + row * 0.001]
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
}

export function feature(id: unknown, properties: object | null, rings: unknown = [square()], more: object = {}) {
  return { type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: rings }, ...more }
}

export const collection = (features: unknown[], more: object = {}) => ({ type: 'FeatureCollection', ...more, features })

export const lines = (features: unknown[]) => features.map((one) => `${JSON.stringify(one)}\n`).join('')
