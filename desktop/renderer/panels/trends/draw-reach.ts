/** As much of ECharts' interface as drawing a span needs. */
interface Drawing {
  value(dimension: number): number
  coord(at: [number, number]): [number, number]
  visual(name: 'color'): string
}

interface Drawn {
  coordSys: { x: number; y: number; width: number; height: number }
}

/** Pixels. */
const TALL = 20
const NARROW = 2

/** A span as wide as its time, without seams between neighbours; where all values are one it can still be seen. */
export function drawReach({ coordSys: { x, y, width, height } }: Drawn, api: Drawing) {
  const [left, top] = api.coord([api.value(0), api.value(3)])
  const [right, bottom] = api.coord([api.value(1), api.value(2)])
  // What stands out far is wide enough to be seen, however short it was.
  const thin = bottom - top > TALL ? 2 : 1
  const from = Math.max(Math.round(left), x)
  const to = Math.min(Math.max(Math.round(right), Math.round(left) + thin), x + width)
  const high = Math.max(Math.min(top, bottom - 1), y)
  const low = Math.min(bottom, y + height)
  if (to <= from || low <= high) return undefined
  const [fill, wide] = [api.visual('color'), to - from]
  const bar = (top: number, tall: number, opacity: number) => ({
    type: 'rect',
    shape: { x: from, y: top, width: wide, height: tall },
    style: { fill, opacity },
  })
  return {
    type: 'group',
    children: [bar(high, low - high, wide > NARROW ? 0.3 : 0.5), bar(high, 1, 0.6), bar(low - 1, 1, 0.6)],
  }
}
