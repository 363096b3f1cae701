import { radians } from '#shared/place/geodesy.ts'
import { Lens } from '../camera/lens.ts'
import { along, eyeOf, HALF_ANGLE, type Pose } from '../camera/pose.ts'
import type { Light } from './light.ts'

/** Degrees above the horizon at which the sky has its middle and its highest colour, and where the ground has its own. */
const [MIDDLE, TOP, BELOW] = [9, 34, -7] as const
/** Degrees that the shine around the sun spreads. */
const SPREAD = 26

/** The sky behind the place, as a CSS background of the element behind the transparent canvas; `height` in CSS pixels. */
export function backdropOf(
  { backdrop, glow }: Pick<Light, 'backdrop' | 'glow'>,
  { pitch }: Pick<Pose, 'pitch'>,
  height: number,
  toSunOnScreen?: { x: number; y: number },
): string {
  const { top, middle, horizon, below } = backdrop
  const row = (elevation: number) => `${Math.round(rowOf(elevation, pitch, height))}px`
  const sky = `linear-gradient(${top} ${row(TOP)}, ${middle} ${row(MIDDLE)}, ${horizon} ${row(0)}, ${below} ${row(BELOW)})`
  if (!toSunOnScreen) return sky
  const [x, y] = [Math.round(toSunOnScreen.x), Math.round(toSunOnScreen.y)]
  const spread = Math.round(focal(height) * Math.tan(radians(SPREAD)))
  // It falls off as light in haze does, in steps that the eye does not find.
  const fades = [1, 0.62, 0.34, 0.15, 0.04, 0].map((share, i) => `${faded(glow.color, share)} ${i * 20}%`)
  return `radial-gradient(circle ${spread}px at ${x}px ${y}px, ${fades.join(', ')}), ${sky}`
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
