import type { Enu } from '#shared/place/geodesy.ts'

/** Red, green, blue, 0 to 1, linear. */
export type Rgb = readonly [r: number, g: number, b: number]

/** What the sky does to the place, the same for both scenes. */
export interface Light {
  /** Where the light comes from (sun, or at night the moon): the way towards it, of length 1. */
  toSun: Enu
  sunColor: Rgb
  /** The intensity of a directional light in either engine. */
  sunStrength: number
  /** From above, as the share of it that something white throws back. (three takes irradiance: times pi.) */
  sky: Rgb
  /** The same from below, thrown back by the ground: what a wall sees is half of each. */
  ground: Rgb
  /** How far windows are lit: 0 by day, 1 in the evening, less late at night. */
  windows: number
  fog: {
    /** Goes in before tone mapping; comes out as the backdrop's horizon. */
    color: Rgb
    /** Metres at which a third of a thing is still seen, near the ground. A scene asks `fogReach` for its pose's. */
    reach: number
  }
  /** Wet ground is darker. 0 to 1. */
  wet: number
  /** Sun over the horizon: what casts a shadow. */
  shadows: boolean
  /** How bright something is in a shadow, to what it is beside it: for engines that darken pictures. */
  shade: number
  /** The backdrop, from the top of the sky to the horizon, and below it. CSS colours. */
  backdrop: { top: string; middle: string; horizon: string; below: string }
  /** The shine around the sun itself; near the horizon its light is let fall from a little higher. CSS colour. */
  glow: { way: Enu; color: string }
}
