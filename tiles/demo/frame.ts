import { type Local, toDegrees } from '#shared/place/local.ts'
import type { LonLat, Ring } from '../cim/geometry.ts'

/** The middle of the demonstration community. */
export const CENTER = { lon: 114.0579, lat: 22.5431, height: 0 }
export const ROOT = 'jinxiu'

/** Metres east and north of the middle. */
export type Spot = Local

export function at(east: number, north: number): Spot {
  return { east, north }
}

/** To the millimetre: more digits would only make the files longer. */
export function lonLat(spot: Spot): LonLat {
  const [lon, lat] = toDegrees(CENTER, spot)
  return [Number(lon.toFixed(8)), Number(lat.toFixed(8))]
}

export function ringOf(corners: readonly Spot[]): Ring {
  return corners.map(lonLat)
}

/** A rectangle around a spot, turned clockwise by so many degrees. */
export function corners({ east, north }: Spot, width: number, depth: number, turn = 0): Spot[] {
  const angle = (-turn * Math.PI) / 180
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) => {
    const dx = ((x as number) * width) / 2
    const dy = ((y as number) * depth) / 2
    return at(east + dx * Math.cos(angle) - dy * Math.sin(angle), north + dx * Math.sin(angle) + dy * Math.cos(angle))
  })
}

/** A spot turned clockwise around another. */
export function turnedAround(middle: Spot, { east, north }: Spot, turn: number): Spot {
  const angle = (-turn * Math.PI) / 180
  const [dx, dy] = [east - middle.east, north - middle.north]
  return at(
    middle.east + dx * Math.cos(angle) - dy * Math.sin(angle),
    middle.north + dx * Math.sin(angle) + dy * Math.cos(angle),
  )
}

export function rectangle(spot: Spot, width: number, depth: number, turn = 0): Ring {
  return ringOf(corners(spot, width, depth, turn))
}

/** A soft closed shape: a pond, a lawn, a hill. `wobble` gives its bays. */
export function blobSpots({ east, north }: Spot, a: number, b: number, wobble = 0, points = 40): Spot[] {
  return Array.from({ length: points }, (_, i) => {
    const turn = (i / points) * 2 * Math.PI
    const bay = 1 + wobble * Math.sin(3 * turn + 1) + (wobble / 2) * Math.sin(5 * turn)
    return at(east + a * bay * Math.cos(turn), north + b * bay * Math.sin(turn))
  })
}

export function blob(middle: Spot, a: number, b: number, wobble = 0, points = 40): Ring {
  return ringOf(blobSpots(middle, a, b, wobble, points))
}
