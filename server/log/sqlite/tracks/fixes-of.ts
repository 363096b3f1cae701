import type { Fix } from '#models/tracks/fixes.ts'
import type { Points } from '../points.ts'

/** Readings come a metric each; those of one moment belong together. Receivers without satellites say 0, 0. */
export function fixesOf(lon: Points, lat: Points, height: Points | undefined, elseHeight: number): Fix[] {
  const made: Fix[] = []
  let [i, k, h] = [0, 0, 0]
  while (i < lon.at.length && k < lat.at.length) {
    const [a, b] = [lon.at[i] as number, lat.at[k] as number]
    if (a < b) i++
    else if (b < a) k++
    else {
      const [x, y] = [lon.value[i] as number, lat.value[k] as number]
      i++
      k++
      if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90) || (x === 0 && y === 0)) continue
      made.push({ at: a, lon: x, lat: y, height: heightAt(a) })
    }
  }
  return made

  /** What was said last, as it goes. */
  function heightAt(at: number): number {
    if (!height) return elseHeight
    while (h + 1 < height.at.length && (height.at[h + 1] as number) <= at) h++
    const said = height.value[h]
    return said !== undefined && said >= -1000 && said <= 10_000 ? said : elseHeight
  }
}
