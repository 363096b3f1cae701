import { degrees, type Enu, type LonLat, radians } from '#shared/place/geodesy.ts'
import { DAY, MINUTE } from '#shared/time.ts'

/** Where something stands in the sky: degrees clockwise from north, and above the level. */
export interface InSky {
  azimuth: number
  elevation: number
}

/** A light from high up for every night: the true moon is often not there, and the place must be seen. */
export const MOON: InSky = { azimuth: 215, elevation: 52 }

/** The upper edge of the sun on the horizon, as the air bends its light. */
const RISING = radians(-0.833)

/** NOAA's formulas (after Meeus): good to a hundredth of a degree in this century. */
export function sunAt({ lon, lat }: LonLat, time: number): InSky {
  const { declination, equation } = yearly(time)
  const angle = radians((minutesOfDay(time) + equation + 4 * lon) / 4 - 180)
  const [sinLat, cosLat] = [Math.sin(radians(lat)), Math.cos(radians(lat))]
  const [sinD, cosD] = [Math.sin(declination), Math.cos(declination)]
  const elevation = degrees(Math.asin(clamp(sinLat * sinD + cosLat * cosD * Math.cos(angle))))
  const azimuth = degrees(Math.atan2(-cosD * Math.sin(angle), sinD * cosLat - cosD * sinLat * Math.cos(angle)))
  return { azimuth: (azimuth + 360) % 360, elevation: elevation + refraction(elevation) }
}

export interface SunTimes {
  noon: number
  /** Both undefined: the sun does not cross the horizon on that day. */
  rise: number | undefined
  set: number | undefined
}

/** Of the solar day, from midnight to midnight by the sun, that a moment lies in. */
export function sunTimes({ lon, lat }: LonLat, time: number): SunTimes {
  const offNoon = (at: number) => {
    const minutes = minutesOfDay(at) + yearly(at).equation + 4 * lon - 720
    return (minutes - 1440 * Math.round(minutes / 1440)) * MINUTE
  }
  const noon = time - offNoon(time)
  const crossing = (side: -1 | 1) => {
    let at = noon
    // The sun wanders on between noon and its setting: twice around is seconds exact.
    for (let round = 0; round < 3; round++) {
      const { declination } = yearly(at)
      const cos =
        (Math.sin(RISING) - Math.sin(radians(lat)) * Math.sin(declination)) /
        (Math.cos(radians(lat)) * Math.cos(declination))
      if (!(Math.abs(cos) <= 1)) return undefined
      at += side * degrees(Math.acos(cos)) * 4 * MINUTE - offNoon(at)
    }
    return at
  }
  return { noon: noon - offNoon(noon), rise: crossing(-1), set: crossing(1) }
}

/** The way towards it, of length 1. */
export function wayTo({ azimuth, elevation }: InSky): Enu {
  const [a, e] = [radians(azimuth), radians(elevation)]
  return { east: Math.sin(a) * Math.cos(e), north: Math.cos(a) * Math.cos(e), up: Math.sin(e) }
}

/** How far north the sun stands (radians), and how many minutes a sundial is ahead of the clock. */
function yearly(time: number): { declination: number; equation: number } {
  const t = (time / DAY - 10_957.5) / 36_525
  const mean = radians(280.46646 + t * (36000.76983 + t * 0.0003032))
  const anomaly = radians(357.52911 + t * (35999.05029 - 0.0001537 * t))
  const oval = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
  const center =
    Math.sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
    Math.sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
    Math.sin(3 * anomaly) * 0.000289
  const node = radians(125.04 - 1934.136 * t)
  const longitude = mean + radians(center - 0.00569 - 0.00478 * Math.sin(node))
  const tilt = radians(
    23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60 + 0.00256 * Math.cos(node),
  )
  const y = Math.tan(tilt / 2) ** 2
  const equation =
    y * Math.sin(2 * mean) -
    2 * oval * Math.sin(anomaly) +
    4 * oval * y * Math.sin(anomaly) * Math.cos(2 * mean) -
    0.5 * y * y * Math.sin(4 * mean) -
    1.25 * oval * oval * Math.sin(2 * anomaly)
  return { declination: Math.asin(Math.sin(tilt) * Math.sin(longitude)), equation: 4 * degrees(equation) }
}

/** How far the air lifts it, in degrees. */
function refraction(elevation: number): number {
  if (elevation > 85) return 0
  const tan = Math.tan(radians(elevation))
  const e = elevation
  if (e > 5) return (58.1 / tan - 0.07 / tan ** 3 + 0.000086 / tan ** 5) / 3600
  if (e > -0.575) return (1735 + e * (-518.2 + e * (103.4 + e * (-12.79 + e * 0.711)))) / 3600
  // Below, where nobody sees it, it only has to fade away without a leap.
  return 0.575 * Math.max(0, 1 + (e + 0.575) / 5)
}

const minutesOfDay = (time: number) => (((time % DAY) + DAY) % DAY) / MINUTE
const clamp = (sine: number) => Math.min(1, Math.max(-1, sine))
