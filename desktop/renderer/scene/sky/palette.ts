import { linear, mix } from './color.ts'
import type { Rgb } from './light.ts'

/** A fair sky, and the light it gives. */
export interface Tone {
  top: Rgb
  middle: Rgb
  horizon: Rgb
  below: Rgb
  /** From the side of the sun; after it has set, from the bright part of the sky. */
  sun: Rgb
  sunStrength: number
  /** The stand-in for the moon. */
  moonStrength: number
  sky: Rgb
  ground: Rgb
  /** How much the sky shines around the sun. */
  glow: number
  /** 0 by day, 1 when one wants a lamp. */
  dark: number
}

const tone = (
  [top, middle, horizon, below]: readonly [string, string, string, string],
  sun: string,
  rest: Omit<Tone, 'top' | 'middle' | 'horizon' | 'below' | 'sun'>,
): Tone => ({
  top: linear(top),
  middle: linear(middle),
  horizon: linear(horizon),
  below: linear(below),
  sun: linear(sun),
  ...rest,
})

/**
 * By the sun's height, in degrees. Held back even at noon: what is reported must be seen first. And legible even at
 * night: streets and houses can always be told apart.
 */
const TONES: readonly (readonly [elevation: number, Tone])[] = [
  [
    -14,
    tone(['#0b1017', '#111923', '#1c2632', '#151c25'], '#b9836c', {
      sunStrength: 0,
      moonStrength: 0.5,
      sky: [0.245, 0.26, 0.305],
      ground: [0.093, 0.102, 0.119],
      glow: 0,
      dark: 1,
    }),
  ],
  [
    -8,
    tone(['#101824', '#1b2737', '#364150', '#1f2731'], '#b9836c', {
      sunStrength: 0,
      moonStrength: 0,
      sky: [0.245, 0.264, 0.315],
      ground: [0.119, 0.128, 0.146],
      glow: 0.05,
      dark: 1,
    }),
  ],
  [
    -3,
    tone(['#1a2636', '#374355', '#81746f', '#3c3d41'], '#d08a6a', {
      sunStrength: 0.4,
      moonStrength: 0,
      sky: [0.25, 0.277, 0.342],
      ground: [0.178, 0.17, 0.17],
      glow: 0.35,
      dark: 0.85,
    }),
  ],
  [
    1,
    tone(['#26364a', '#4f5c6c', '#a88d79', '#575350'], '#ff9c63', {
      sunStrength: 0.85,
      moonStrength: 0,
      sky: [0.256, 0.282, 0.35],
      ground: [0.234, 0.207, 0.189],
      glow: 0.55,
      dark: 0.5,
    }),
  ],
  [
    7,
    tone(['#33475d', '#647382', '#ab9a88', '#6a6660'], '#ffb57d', {
      sunStrength: 2.1,
      moonStrength: 0,
      sky: [0.36, 0.39, 0.45],
      ground: [0.27, 0.243, 0.216],
      glow: 0.45,
      dark: 0.08,
    }),
  ],
  [
    20,
    tone(['#3a536d', '#67798a', '#939c9f', '#6b7072'], '#ffdab2', {
      sunStrength: 2.3,
      moonStrength: 0,
      sky: [0.375, 0.415, 0.48],
      ground: [0.37, 0.345, 0.31],
      glow: 0.3,
      dark: 0,
    }),
  ],
  [
    50,
    tone(['#3d5873', '#697e91', '#8f9ca6', '#6d7579'], '#fff0dc', {
      sunStrength: 1.85,
      moonStrength: 0,
      sky: [0.345, 0.38, 0.445],
      ground: [0.39, 0.37, 0.34],
      glow: 0.2,
      dark: 0,
    }),
  ],
]

export function toneAt(elevation: number): Tone {
  const next = TONES.findIndex(([at]) => at > elevation)
  const [first, last] = [TONES[0], TONES.at(-1)] as [(typeof TONES)[number], (typeof TONES)[number]]
  if (next === 0) return first[1]
  if (next < 0) return last[1]
  const [from, a] = TONES[next - 1] as (typeof TONES)[number]
  const [to, b] = TONES[next] as (typeof TONES)[number]
  const share = (elevation - from) / (to - from)
  const number = (key: 'sunStrength' | 'moonStrength' | 'glow' | 'dark') => a[key] + (b[key] - a[key]) * share
  const color = (key: 'top' | 'middle' | 'horizon' | 'below' | 'sun' | 'sky' | 'ground') => mix(a[key], b[key], share)
  return {
    top: color('top'),
    middle: color('middle'),
    horizon: color('horizon'),
    below: color('below'),
    sun: color('sun'),
    sky: color('sky'),
    ground: color('ground'),
    sunStrength: number('sunStrength'),
    moonStrength: number('moonStrength'),
    glow: number('glow'),
    dark: number('dark'),
  }
}
