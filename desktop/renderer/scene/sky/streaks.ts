/** Floats that a streak takes: where its lower end is (pixels), and how near it is (0 to 1). */
export const STREAK = 3

/** How many streaks a picture of so many CSS pixels holds: few, for one reads through them. */
export function streaksIn(width: number, height: number, strength: number): number {
  if (!(strength > 0)) return 0
  return Math.min(220, Math.round(((width * height) / 1e6) * (18 + 82 * Math.min(1, strength))))
}

/** What way they go, in pixels a second, for the nearest: drops fall at some 6 m/s, and drift with the wind. */
export function wayOf(strength: number, wind: number): { x: number; y: number } {
  return { x: Math.min(0.55, wind / 25) * 900, y: 820 + 380 * strength }
}

export const lengthOf = (near: number) => 10 + 22 * near
const paceOf = (near: number) => 0.55 + 0.45 * near

/** Somewhere in the picture, anywhere in depth. */
export function scatter(streaks: Float32Array, width: number, height: number, random: () => number): void {
  for (let o = 0; o < streaks.length; o += STREAK) {
    streaks[o] = random() * width
    streaks[o + 1] = random() * height
    streaks[o + 2] = random()
  }
}

/** One step on. What has left the picture comes in again on the other side, elsewhere. */
export function fall(
  streaks: Float32Array,
  way: { x: number; y: number },
  seconds: number,
  width: number,
  height: number,
  random: () => number,
): void {
  for (let o = 0; o < streaks.length; o += STREAK) {
    const near = streaks[o + 2] as number
    const step = seconds * paceOf(near)
    let x = (streaks[o] as number) + way.x * step
    let y = (streaks[o + 1] as number) + way.y * step
    const length = lengthOf(near)
    if (y - length > height) {
      y = -random() * length
      x = random() * width
    }
    if (x > width + length) x -= width + 2 * length
    if (x < -length) x += width + 2 * length
    streaks[o] = x
    streaks[o + 1] = y
  }
}
