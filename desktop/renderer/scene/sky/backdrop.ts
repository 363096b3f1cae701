import { radians } from '#shared/place/geodesy.ts'
import { Lens } from '../camera/lens.ts'
import { along, eyeOf, HALF_ANGLE, type Pose } from '../camera/pose.ts'
import type { Light } from './light.ts'

/** Degrees above the horizon at which the sky has its middle and its highest colour, and where the ground has its own. */
const [MIDDLE, TOP, BELOW] = [9, 34, -7] as const
/** Degrees that the shine around the sun spreads. */
const SPREAD = 26

/** The sky behind the place: colours from top to bottom with the row each is met at, and the shine around the sun. */
export interface Backdrop {
  sky: [color: string, row: number][]
  shine?: { x: number; y: number; spread: number; fades: string[] }
}

/** `height` in CSS pixels. */
export function backdropOf(
  { backdrop, glow }: Pick<Light, 'backdrop' | 'glow'>,
  { pitch }: Pick<Pose, 'pitch'>,
  height: number,
  toSunOnScreen?: { x: number; y: number },
): Backdrop {
  const { top, middle, horizon, below } = backdrop
  const row = (elevation: number) => Math.round(rowOf(elevation, pitch, height))
  const sky: Backdrop['sky'] = [
    [top, row(TOP)],
    [middle, row(MIDDLE)],
    [horizon, row(0)],
    [below, row(BELOW)],
  ]
  if (!toSunOnScreen) return { sky }
  const [x, y] = [Math.round(toSunOnScreen.x), Math.round(toSunOnScreen.y)]
  const spread = Math.round(focal(height) * Math.tan(radians(SPREAD)))
  // It falls off as light in haze does, in steps that the eye does not find.
  return {
    sky,
    shine: { x, y, spread, fades: [1, 0.62, 0.34, 0.15, 0.04, 0].map((share) => faded(glow.color, share)) },
  }
}

/** As the CSS background of the element behind the transparent canvas. */
export function cssOf({ sky, shine }: Backdrop): string {
  const below = `linear-gradient(${sky.map(([color, row]) => `${color} ${row}px`).join(', ')})`
  if (!shine) return below
  const fades = shine.fades.map((color, i) => `${color} ${i * 20}%`).join(', ')
  return `radial-gradient(circle ${shine.spread}px at ${shine.x}px ${shine.y}px, ${fades}), ${below}`
}

/** The same on a canvas, for a picture that is taken. */
export function paintBackdrop(pen: CanvasRenderingContext2D, { sky, shine }: Backdrop, width: number, height: number) {
  const [first, last] = [sky[0]?.[1] ?? 0, sky.at(-1)?.[1] ?? height]
  const gradient = pen.createLinearGradient(0, first, 0, last)
  for (const [color, row] of sky) gradient.addColorStop((row - first) / Math.max(1, last - first), color)
  pen.fillStyle = gradient
  pen.fillRect(0, 0, width, height)
  if (!shine) return
  const glow = pen.createRadialGradient(shine.x, shine.y, 0, shine.x, shine.y, shine.spread)
  for (const [i, color] of shine.fades.entries()) glow.addColorStop(i / (shine.fades.length - 1), color)
  pen.fillStyle = glow
  pen.fillRect(0, 0, width, height)
}

/** Where the sun is in the picture, or beside it but near enough for its shine to be seen; undefined: elsewhere. */
export function glowOnScreen(
  { glow }: Pick<Light, 'glow'>,
  pose: Pose,
  width: number,
  height: number,
): { x: number; y: number } | undefined {
  const lens = new Lens(pose, width, height)
  const seen = lens.seen(along(eyeOf(pose).at, glow.way, 1e5))
  const spread = focal(height) * Math.tan(radians(SPREAD))
  if (!seen || seen.x < -spread || seen.x > width + spread || seen.y < -spread || seen.y > height + spread)
    return undefined
  return { x: seen.x, y: seen.y }
}

const focal = (height: number) => height / 2 / Math.tan(HALF_ANGLE)

/** In the middle column. What is behind the eye is as far away as a gradient needs it to be. */
function rowOf(elevation: number, pitch: number, height: number): number {
  const angle = Math.min(85, Math.max(-85, elevation - pitch))
  return height / 2 - focal(height) * Math.tan(radians(angle))
}

function faded(color: string, share: number): string {
  const found = /^rgb\((\d+ \d+ \d+)(?: \/ ([\d.]+))?\)$/.exec(color)
  const alpha = Number(found?.[2] ?? 1) * share
  return `rgb(${found?.[1] ?? '255 255 255'} / ${Math.round(alpha * 1000) / 1000})`
}
