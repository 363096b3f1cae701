import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Arrangement } from './building/arrangement.ts'
import type { Storey } from './building/storeys.ts'
import type { PlaceNotice } from './globe/place.ts'

export const PLACE_NOTICES = ['loading', 'building', 'failed', 'missing'] as const satisfies readonly PlaceNotice[]
export const INSIDE_NOTICES = [
  'inside-loading',
  'inside-missing',
  'inside-plain',
  'inside-unknown',
  'inside-failed',
] as const
export type InsideNotice = (typeof INSIDE_NOTICES)[number]
export type SceneNotice = PlaceNotice | InsideNotice

/** The building that one is in. */
export interface OpenedBuilding {
  place: string
  name: string
  /** On the way there: the camera flies, or tiles are being fetched. */
  arriving: boolean
  storeys: readonly Storey[]
  arrangement: Arrangement
}

/** What the tools around the scene show of it. */
export interface StageState {
  inside: OpenedBuilding | undefined
  notices: readonly SceneNotice[]
  /** The camera went somewhere by itself and can be taken back. */
  canReturn: boolean
  following: string | undefined
  cruising: boolean
  /** The light is not that of now. */
  otherSky: boolean
  /** Whole degrees clockwise from north. */
  heading: number
  quality: { level: number; fixed: boolean }
}

export type StageStore = StoreApi<StageState>

export function newStageState(level: number): StageStore {
  return createStore<StageState>(() => ({
    inside: undefined,
    notices: [],
    canReturn: false,
    following: undefined,
    cruising: false,
    otherSky: false,
    heading: 0,
    quality: { level, fixed: false },
  }))
}
