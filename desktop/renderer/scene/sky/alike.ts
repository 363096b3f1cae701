import type { Light } from './light.ts'
import type { Weather } from './weather.ts'

/** Of a number from 0 to 1; of a larger one, of its size. No eye sees such a step in a sky. */
const UNSEEN = 0.02
/** m/s, and degrees, by which the wind may turn before rain is seen to fall otherwise. */
const BREATH = 0.5
const TURN = 5

/** Whether nobody could tell one light from another: then it is no reason for a picture. */
export function looksAlike(a: Light, b: Light): boolean {
  const [one, other] = [[...figuresOf(a)], [...figuresOf(b)]]
  return (
    one.length === other.length &&
    one.every((value, i) => Math.abs(value - (other[i] as number)) <= UNSEEN * Math.max(1, Math.abs(value)))
  )
}

/** Whether the same falls from the sky, and the same way. */
export function fallsAlike(a: Weather, b: Weather): boolean {
  if (a.kind !== b.kind || Math.abs(a.strength - b.strength) > UNSEEN) return false
  if (a.kind !== 'rain') return true
  return Math.abs(a.wind - b.wind) <= BREATH && Math.abs((a.from ?? 0) - (b.from ?? 0)) <= TURN
}

/** All that a light consists of, colours as CSS knows them too. */
function* figuresOf(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value
  else if (typeof value === 'boolean') yield Number(value)
  else if (typeof value === 'string') for (const [channel] of value.matchAll(/[\d.]+/g)) yield Number(channel) / 255
  else for (const part of Object.values(value as object)) yield* figuresOf(part)
}
