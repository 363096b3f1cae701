/** Metres east and north of a point, good within some kilometres: enough to lay out a community. */
export interface Local {
  east: number
  north: number
}

const METRES_PER_DEGREE = 111_319.49

export function toDegrees(origin: { lon: number; lat: number }, { east, north }: Local): [lon: number, lat: number] {
  return [
    origin.lon + east / (METRES_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180)),
    origin.lat + north / METRES_PER_DEGREE,
  ]
}

export function toLocal(origin: { lon: number; lat: number }, lon: number, lat: number): Local {
  return {
    east: (lon - origin.lon) * METRES_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180),
    north: (lat - origin.lat) * METRES_PER_DEGREE,
  }
}
