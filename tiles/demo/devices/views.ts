import type { View } from '#shared/world/view.ts'
import { headingOf } from '../along.ts'
import type { Spot } from '../frame.ts'

/** What cameras of a kind take in; the lens is where their model has it. */
const OPTICS = {
  'ai-camera': { tilt: -12, angle: 70, range: 40, lens: 3.75 },
  'falling-object-camera': { tilt: 45, angle: 85, range: 110, lens: 0.6 },
  'fire-lane-camera': { tilt: -6, angle: 40, range: 70, lens: 3.95 },
} as const satisfies Record<string, Omit<View, 'heading'>>

export type CameraKind = keyof typeof OPTICS

export function viewOf(kind: CameraKind, from: Spot, to: Spot): View {
  return { heading: Math.round(headingOf(from, to)) % 360, ...OPTICS[kind] }
}
