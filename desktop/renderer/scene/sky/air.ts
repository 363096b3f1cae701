import type { Weather } from './weather.ts'

/** What weather does to light. All of it can be mixed, so that one weather turns into the next. */
export interface Air {
  /** 0: the sun comes through, 1: the sky is one grey. */
  cover: number
  /** Of a covered sky, how dark it is. */
  gloom: number
  /** Metres, see Light. */
  reach: number
  wet: number
  /** How far the ground's far end goes up in it. */
  haze: number
}

/** The city's edge, 6 km away, melts into the horizon. */
const CLEAR_REACH = 4200

export function airOf({ kind, strength }: Weather): Air {
  const s = Math.min(1, Math.max(0, strength))
  switch (kind) {
    case 'clear':
      return { cover: 0, gloom: 0, reach: CLEAR_REACH, wet: 0, haze: 0 }
    case 'cloudy':
      return { cover: 0.35 + 0.55 * s, gloom: 0.1 + 0.15 * s, reach: CLEAR_REACH - 900 * s, wet: 0, haze: 0.3 * s }
    case 'fog':
      return { cover: 0.8 + 0.2 * s, gloom: 0.1, reach: 900 - 650 * s, wet: 0.25 * s, haze: 1 }
    case 'rain':
      return { cover: 0.85 + 0.15 * s, gloom: 0.3 + 0.5 * s, reach: 2500 - 1600 * s, wet: 0.45 + 0.55 * s, haze: 0.8 }
  }
}

export function mixAir(a: Air, b: Air, share: number): Air {
  const mixed = (from: number, to: number) => from + (to - from) * share
  return {
    cover: mixed(a.cover, b.cover),
    gloom: mixed(a.gloom, b.gloom),
    // As eyes judge distance: by its ratio.
    reach: a.reach * (b.reach / a.reach) ** share,
    wet: mixed(a.wet, b.wet),
    haze: mixed(a.haze, b.haze),
  }
}
