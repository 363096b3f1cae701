import { type Air, airOf } from './air.ts'
import { beforeToneMapping, css, linear, luminance, mix, scaled } from './color.ts'
import type { Light, Rgb } from './light.ts'
import { toneAt } from './palette.ts'
import { type InSky, MOON, wayTo } from './sun.ts'
import type { Weather } from './weather.ts'
import { windowsLit } from './windows.ts'

const MOONLIGHT = linear('#a9bcd8')
const GLOW = linear('#ffc795')
/** Degrees. A light that grazes the ground blackens it, and its shadows have no end; one from straight above leaves walls dark. */
const [LOWEST, HIGHEST] = [13, 58] as const

/** How the place is lit; `hour` by the clock of those who live there, for they turn the lamps on. */
export function lightOf(sun: InSky, hour: number, weather: Weather): Light {
  return lightIn(airOf(weather), sun, hour)
}

/** The same in any air, also in one between two weathers. */
export function lightIn(air: Air, sun: InSky, hour: number): Light {
  const tone = toneAt(sun.elevation)
  const { cover, gloom } = air
  // At no height of the sun are both there, so that changing places is not seen.
  const moon = tone.sunStrength === 0
  const open = (1 - cover) ** 1.3
  const sunStrength = (moon ? tone.moonStrength : tone.sunStrength) * open
  const sunColor = moon ? MOONLIGHT : tone.sun
  const overcast = (color: Rgb) => scaled(mix(color, grey(color), cover * 0.85), 1 - gloom * 0.35)
  const horizon = overcast(mix(tone.horizon, tone.middle, cover * 0.25))
  const sky = overcast(scaled(tone.sky, 1 + 0.45 * cover))
  const ground = overcast(scaled(tone.ground, 1 + 0.15 * cover))
  const above = (color: Rgb) => mix(overcast(color), horizon, cover * 0.55)
  const fallen = moon ? 0 : sunStrength * (1 - tone.dark) * (1 - tone.dark)
  return {
    toSun: wayTo(moon ? MOON : { azimuth: sun.azimuth, elevation: kept(sun.elevation) }),
    sunColor,
    sunStrength,
    sky,
    ground,
    windows: windowsLit(hour, Math.max(tone.dark, 0.45 * gloom, 0.25 * cover * (1 - open))),
    fog: { color: beforeToneMapping(horizon), reach: air.reach },
    wet: air.wet,
    shadows: fallen > 0.05,
    shade: shadeOf(sky, fallen),
    backdrop: {
      top: css(above(tone.top)),
      middle: css(above(tone.middle)),
      horizon: css(horizon),
      below: css(mix(overcast(tone.below), horizon, air.haze)),
    },
    glow: { way: wayTo(sun), color: css(mix(tone.sun, GLOW, 0.6), tone.glow * open) },
  }
}

/** A covered sky is not grey, but slightly blue. */
function grey(color: Rgb): Rgb {
  const light = luminance(color)
  return [light * 0.95, light, light * 1.07]
}

const kept = (elevation: number) => HIGHEST - over(HIGHEST - over(elevation, LOWEST), 0)

/** The greater of the two, without a corner where they meet. */
function over(value: number, least: number): number {
  const half = (value - least) / 2
  return least + half + Math.sqrt(half * half + 4)
}

/**
 * Somewhat more than half way, by eye, from what a shadow would leave of level ground to nothing lost: engines that darken the picture
 * take from a wall in its own shade, too, which has no sun to lose.
 */
function shadeOf(sky: Rgb, direct: number): number {
  const above = luminance(sky)
  return (above / (above + (direct / Math.PI) * 0.75)) ** 0.42
}
