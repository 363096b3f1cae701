import type { Enu } from '#shared/place/geodesy.ts'
import type { Content } from '../content/content.ts'
import type { Mark } from '../content/marks.ts'

/** More at once would hide one another, and the place. */
const MOST = 120

/** The marks of moving points that are near the eye, by where they are just now. */
export function nearMarks(content: Content, eye: Enu, now: number): Mark[] {
  const found: { mark: Mark; far: number }[] = []
  const at = new Float32Array(3)
  for (const { points, near } of content.sheets) {
    if (!near) continue
    for (let i = 0; i < points.size; i++) {
      points.write(i, now, at, 0)
      // Squares: `Math.hypot` takes ten times as long, and there may be ten thousand.
      const far =
        ((at[0] as number) - eye.east) ** 2 + ((at[1] as number) - eye.north) ** 2 + ((at[2] as number) - eye.up) ** 2
      if (far > near.reach ** 2) continue
      const mark = near.mark(points.id(i))
      if (mark) found.push({ mark, far })
    }
  }
  if (found.length > MOST) found.sort((a, b) => a.far - b.far)
  return found.slice(0, MOST).map(({ mark }) => mark)
}
