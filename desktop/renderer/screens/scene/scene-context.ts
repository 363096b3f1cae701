import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { StageState } from '../../scene/stage-state.ts'
import type { Scene } from './start-scene.ts'

export const SceneContext = createContext<Scene | undefined>(undefined)

/** Within the tools of a scene that runs. */
export function useScene(): Scene {
  const scene = useContext(SceneContext)
  if (!scene) throw new Error('no scene above this component')
  return scene
}

export function useStage<T>(pick: (state: StageState) => T): T {
  return useStore(useScene().stage.state, pick)
}
