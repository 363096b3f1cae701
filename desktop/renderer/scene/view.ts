import type { Enu } from '#shared/place/geodesy.ts'
import type { Pose } from './camera/pose.ts'
import type { Content } from './content/content.ts'
import type { Picked } from './picked.ts'
import type { Quality } from './quality/quality.ts'
import type { Light } from './sky/light.ts'

export interface DrawWish {
  pose: Pose
  content: Content
  /** By the clock of the page: where moving points are. */
  now: number
  /** Something else than the camera changed: draw even if it stands where it stood. */
  changed: boolean
}

/** A hit of the place itself: what it is, and where the ray met it. */
/** Why nothing is drawn any more: the graphics card was reset, or what draws threw. */
export type Loss = 'card' | 'fault'

export interface Hit {
  picked: Picked | undefined
  at: Enu | undefined
}

/**
 * One way of drawing the place. Both scenes are one of these; the stage leads them, and the overlay draws marks over
 * either. Draws when it is told to, never by itself.
 */
export interface View {
  readonly canvas: HTMLCanvasElement
  /** True: a picture was drawn. */
  draw(wish: DrawWish): boolean
  /** Nothing is being fetched or made that a later picture will show. */
  readonly isWhole: boolean
  /** CSS pixels. */
  resize(width: number, height: number): void
  light(light: Light): void
  quality(quality: Quality): void
  pick(x: number, y: number): Hit
  /** What this view holds in memory, in MB, for the diagnostics. */
  readonly memory: number
  /** The graphics card is gone; the stage makes a new one. */
  onLost(lost: () => void): void
  close(): void
}
