import { BlendingState, DepthFunction } from '@cesium/engine'

const blending = BlendingState.ALPHA_BLEND

/** What stands before it hides it. */
export const IN_FRONT = { depthTest: { enabled: true, func: DepthFunction.LESS_OR_EQUAL }, depthMask: false, blending }
/** Only where something hides it. */
export const BEHIND = { depthTest: { enabled: true, func: DepthFunction.GREATER }, depthMask: false, blending }
/** Nothing hides it. */
export const OVER = { depthTest: { enabled: false }, depthMask: false, blending }
