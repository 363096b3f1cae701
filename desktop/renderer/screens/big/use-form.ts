import { useSyncExternalStore } from 'react'
import { type BigPreset, presetFor } from './presets.ts'

/** What form of a wall the window is now. */
export function useForm(): BigPreset {
  return useSyncExternalStore(onResize, () => presetFor({ width: innerWidth, height: innerHeight }))
}

function onResize(then: () => void): () => void {
  addEventListener('resize', then)
  return () => removeEventListener('resize', then)
}
