import { createStore } from 'zustand/vanilla'
import type { Stage } from '../../scene/stage.ts'

/** The scene that is on this screen, for what stands beside it: a bookmark wants its picture and where it looks from. */
export const shownScene = createStore<{ stage: Stage | undefined }>(() => ({ stage: undefined }))
