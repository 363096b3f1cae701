import type { ShadowMap } from '@cesium/engine'
import type { Quality } from '../quality/quality.ts'
import type { Light } from '../sky/light.ts'

/** The engine's own biases, which it does not show, leave stripes on ground and water seen from afar. */
interface Biases {
  _primitiveBias: { normalOffsetScale: number; depthBias: number }
}

/** The shadows of the sun, as far as this quality lets them fall. */
export function castShadows(
  map: ShadowMap,
  light: Light | undefined,
  quality: Quality | undefined,
  range: number,
): void {
  map.enabled = light?.shadows === true && quality !== undefined && quality.shadows !== 'none'
  if (!light || !quality || !map.enabled) return
  map.softShadows = quality.shadows === 'soft'
  map.fadingEnabled = false
  if (map.size !== 2048) map.size = 2048
  map.maximumDistance = Math.max(quality.shadowReach, 2.2 * range)
  map.darkness = light.shade
  const { _primitiveBias: bias } = map as unknown as Biases
  bias.normalOffsetScale = Math.max(0.6, range / 650)
  bias.depthBias = Math.max(1e-4, 2.4e-7 * range)
}
