import { createStore } from 'zustand/vanilla'

/** What this screen has picked out. One thing at a time, in list, scene and card alike. */
export interface Selection {
  alarm: string | undefined
  device: string | undefined
  /** Counts up when the scene is to go there, not only to mark it. */
  visit: number
}

export const selection = createStore<Selection>(() => ({ alarm: undefined, device: undefined, visit: 0 }))

export function selectAlarm(alarm: string | undefined, visit = true): void {
  selection.setState((s) => ({ alarm, device: undefined, visit: visit && alarm ? s.visit + 1 : s.visit }))
}

export function selectDevice(device: string | undefined, visit = false): void {
  selection.setState((s) => ({ device, alarm: undefined, visit: visit && device ? s.visit + 1 : s.visit }))
}
