import { createStore } from 'zustand/vanilla'

/** What the mouse does on the scene in a shared replay; undefined: it moves the camera, as always. */
export const hand = createStore<{ does: 'draw' | 'point' | undefined }>(() => ({ does: undefined }))

export function takeInHand(does: 'draw' | 'point'): void {
  hand.setState((was) => ({ does: was.does === does ? undefined : does }))
}

export function layDown(): void {
  hand.setState({ does: undefined })
}
