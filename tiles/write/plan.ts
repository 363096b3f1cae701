import { frameAt } from '#shared/place/geodesy.ts'
import { toLocal } from '#shared/place/local.ts'

export interface Origin {
  lon: number
  lat: number
}

/** East and north of the site's origin, metres. */
export type Point = [east: number, north: number]

/**
 * Longitudes and latitudes as metres in the frame of the tileset. Close around a point the plan is flat; the point
 * itself lies exactly, and so lower the farther out it is, for the earth is round.
 */
export class Plan {
  private readonly frame
  readonly matrix: number[]

  constructor(origin: Origin) {
    this.frame = frameAt({ ...origin, height: 0 })
    this.matrix = this.frame.matrix
  }

  /** Of a point in the plane of the tileset; what lies below the plane is taken to lie in it. */
  lonLat([east, north]: Point): { lon: number; lat: number } {
    const { lon, lat } = this.frame.fromLocal({ east, north, up: 0 })
    return { lon, lat }
  }

  /** A frame around a place that turns degrees near it into metres here. */
  near([lon, lat]: readonly [number, number]): { up: number; point: (at: readonly [number, number]) => Point } {
    const anchor = { lon, lat }
    const { east, north, up } = this.frame.toLocal({ lon, lat, height: 0 })
    return {
      up,
      point: (at) => {
        const local = toLocal(anchor, at[0], at[1])
        return [east + local.east, north + local.north]
      },
    }
  }
}
