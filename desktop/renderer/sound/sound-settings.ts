import { z } from 'zod'
import { createStore } from 'zustand/vanilla'
import type { SpeakerState } from './speaker.ts'

/** Until somebody turns it on again. */
export const FOR_GOOD = Number.MAX_SAFE_INTEGER

const Kept = z.object({
  /** 0 to 1. */
  volume: z.number().min(0).max(1),
  /** By the clock of this machine. */
  mutedUntil: z.number(),
  notifies: z.boolean(),
})
type Kept = z.infer<typeof Kept>

export interface SoundSettings extends Kept {
  speaker: SpeakerState
}

const KEY = 'ankan.sound'
const DEFAULTS: Kept = { volume: 0.6, mutedUntil: 0, notifies: false }

/** How this seat sounds; each machine keeps its own, as its speakers are its own. */
export const soundSettings = createStore<SoundSettings>(() => ({ ...DEFAULTS, ...readKept(), speaker: 'ready' }))

export function isMuted({ mutedUntil, volume }: Kept, now: number): boolean {
  return now < mutedUntil || volume === 0
}

export function changeSound(change: Partial<Kept>): void {
  soundSettings.setState(change)
  const { volume, mutedUntil, notifies } = soundSettings.getState()
  try {
    localStorage.setItem(KEY, JSON.stringify({ volume, mutedUntil, notifies }))
  } catch {
    // Without storage it lasts as long as the page.
  }
}

function readKept(): Partial<Kept> {
  try {
    return Kept.partial().safeParse(JSON.parse(localStorage.getItem(KEY) ?? '{}')).data ?? {}
  } catch {
    return {}
  }
}
