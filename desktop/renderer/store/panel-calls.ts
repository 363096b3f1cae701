import { createStore } from 'zustand/vanilla'

/** A panel that somebody called from elsewhere on the screen; each call counts. */
export const panelCalls = createStore<{ panel: string | undefined; calls: number }>(() => ({
  panel: undefined,
  calls: 0,
}))

export function callPanel(panel: string): void {
  panelCalls.setState(({ calls }) => ({ panel, calls: calls + 1 }))
}
