/** What stands at the ends of what is measured: told apart by form alone. */
export type End = 'point' | 'eye' | 'target' | 'stop'

const EDGE = 64
const LIGHT = '#a0e2ff'
const DARK = '#080e14'
const drawn = new Map<End, HTMLCanvasElement>()

const FORMS: Record<End, (g: CanvasRenderingContext2D) => void> = {
  point: (g) => g.arc(32, 32, 9, 0, 2 * Math.PI),
  eye(g) {
    g.moveTo(6, 32)
    g.quadraticCurveTo(32, 4, 58, 32)
    g.quadraticCurveTo(32, 60, 6, 32)
    g.moveTo(41, 32)
    g.arc(32, 32, 9, 0, 2 * Math.PI)
  },
  target(g) {
    g.arc(32, 32, 21, 0, 2 * Math.PI)
    for (const [x, y] of [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const) {
      g.moveTo(32 + 10 * x, 32 + 10 * y)
      g.lineTo(32 + 28 * x, 32 + 28 * y)
    }
  },
  stop(g) {
    g.moveTo(14, 14)
    g.lineTo(50, 50)
    g.moveTo(50, 14)
    g.lineTo(14, 50)
  },
}

export function endPicture(end: End): HTMLCanvasElement {
  const before = drawn.get(end)
  if (before) return before
  const canvas = document.createElement('canvas')
  canvas.width = EDGE
  canvas.height = EDGE
  const g = canvas.getContext('2d')
  if (g) {
    g.lineCap = 'round'
    g.beginPath()
    FORMS[end](g)
    for (const [width, color] of [
      [14, DARK],
      [7, LIGHT],
    ] as const) {
      g.lineWidth = width
      g.strokeStyle = color
      g.stroke()
    }
  }
  drawn.set(end, canvas)
  return canvas
}
