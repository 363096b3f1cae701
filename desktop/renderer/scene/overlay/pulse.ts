import { stillness } from '../page.ts'

/** One ring goes out in this time. */
const RING_MS = 1400
const RINGS = 6
/** A new alarm says so a few times, then stands still. */
export const PULSE_LASTS = RING_MS * RINGS

/** A ring that goes out from a mark and fades; without motion it is a still one. */
export function drawPulse(
  g: CanvasRenderingContext2D,
  x: number,
  y: number,
  half: number,
  since: number,
  color: string,
): void {
  const share = stillness().matches ? 0.5 : (Math.max(0, since) % RING_MS) / RING_MS
  const before = g.globalAlpha
  g.globalAlpha = before * (1 - share) * 0.9
  g.beginPath()
  g.arc(x, y, half * (0.9 + 1.3 * share), 0, 2 * Math.PI)
  g.lineWidth = Math.max(1.5, half * 0.16)
  g.strokeStyle = color
  g.stroke()
  g.globalAlpha = before
}
