import { seededRandom } from '#shared/random.ts'
import type { Stage } from '../../renderer/scene/stage.ts'

export interface Picks {
  /** Milliseconds of picks at things that lie over the place, and of those that went through to the place itself. */
  things: number[]
  place: number[]
}

type Spot = [x: number, y: number]

const MOST_MISSES = 5

/** Clicks at things that are seen, movers and devices by turns, and at a few spots where there are none. */
export function picksOf(stage: Stage, count: number): Picks {
  const random = seededRandom(11)
  const picks: Picks = { things: [], place: [] }
  const pick = (x: number, y: number) => {
    const before = performance.now()
    const found = stage.pick(x, y)
    const took = performance.now() - before
    const isThing = found !== undefined && ('count' in found || found.kind === 'device' || found.kind === 'alarm')
    picks[isThing ? 'things' : 'place'].push(took)
  }
  const spots = spotsOf(stage)
  for (let i = 0; picks.things.length < count; i++) {
    const all = spots[i % spots.length] as Spot[]
    const [x, y] = all[Math.floor(random() * all.length)] as Spot
    pick(x, y)
  }
  for (let i = 0; i < 200 && picks.place.length < MOST_MISSES; i++)
    pick(random() * stage.size.width, random() * stage.size.height)
  return picks
}

/** Where on the screen things are: those that move, and marks. */
function spotsOf({ content, lens, size }: Stage): Spot[][] {
  const [at, out] = [new Float32Array(3), new Float64Array(3)]
  const moving: Spot[] = []
  const marks: Spot[] = []
  const put = (to: Spot[], data: Float32Array, o: number) => {
    if (!lens.project(data[o] as number, data[o + 1] as number, data[o + 2] as number, out)) return
    const [x, y] = out as unknown as Spot
    if (x > 0 && y > 0 && x < size.width && y < size.height) to.push([x, y])
  }
  for (const sheet of content.sheets) {
    for (let i = 0; i < sheet.points.size; i++) {
      sheet.points.write(i, performance.now(), at, 0)
      put(moving, at, 0)
    }
    if (sheet.id === 'devices') for (let i = 0; i < sheet.marks.size; i++) put(marks, sheet.marks.at, 3 * i)
  }
  return [moving, marks]
}
