import { z } from 'zod'

/**
 * Where something is, from the large to the small: `community/zone/building/floor/room`.
 * Short paths name larger places: `jinxiu/z2` is a zone, `jinxiu/z2/b06/f12` a floor.
 */
export const PlacePath = z
  .string()
  .max(200)
  .regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*){0,4}$/, 'a place is community/zone/building/floor/room')
export type PlacePath = z.infer<typeof PlacePath>

export const placeLevels = ['community', 'zone', 'building', 'floor', 'room'] as const
export type PlaceLevel = (typeof placeLevels)[number]

/** The scope that holds everything. */
export const EVERYWHERE = ''

/** Is `path` the place `scope`, or inside of it? */
export function isWithin(path: string, scope: string): boolean {
  if (scope === EVERYWHERE || path === scope) return true
  return path.length > scope.length && path.startsWith(scope) && path[scope.length] === '/'
}

export function placePart(path: string, level: PlaceLevel): string | undefined {
  return path.split('/')[placeLevels.indexOf(level)]
}

/** The place of a level that a path lies in: of `jinxiu/z2/b06/f12` the building is `jinxiu/z2/b06`. */
export function placeUpTo(path: string, level: PlaceLevel): string | undefined {
  // Asked of every alarm against every other: it makes no arrays.
  let end = -1
  for (let depth = placeLevels.indexOf(level); depth >= 0; depth--) {
    if (end === path.length) return undefined
    end = path.indexOf('/', end + 1)
    if (end < 0) end = path.length
  }
  return path.slice(0, end)
}

/** The smallest place that holds both. */
export function commonPlace(a: string, b: string): string {
  const [one, other] = [a.split('/'), b.split('/')]
  const differs = one.findIndex((part, n) => part !== other[n])
  return differs === -1 ? a : one.slice(0, Math.max(1, differs)).join('/')
}
