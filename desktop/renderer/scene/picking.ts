import type { Lens } from './camera/lens.ts'
import type { Content } from './content/content.ts'
import type { Picked } from './picked.ts'

/** Pixels around a moving point that still mean it. */
const REACH = 9

/** The nearest moving point under a point of the screen. */
export function pointAt(content: Content, lens: Lens, x: number, y: number, now: number): Picked | undefined {
  const [at, out] = [new Float32Array(3), new Float64Array(3)]
  let found: { picked: Picked; far: number } | undefined
  for (const { points } of content.sheets)
    for (let i = 0; i < points.size; i++) {
      points.write(i, now, at, 0)
      if (!lens.project(at[0] as number, at[1] as number, at[2] as number, out)) continue
      const [px, py, far] = out as unknown as [number, number, number]
      if (Math.abs(px - x) > REACH || Math.abs(py - y) > REACH || (found && far > found.far)) continue
      found = { picked: points.picked(i), far }
    }
  return found?.picked
}
