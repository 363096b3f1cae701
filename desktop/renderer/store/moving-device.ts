import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** The device that somebody is about to say the new place of, in the scene. */
const moving = createStore<{ device: string | undefined }>(() => ({ device: undefined }))

export function moveOnMap(device: string | undefined): void {
  moving.setState({ device })
}

export function useMovingDevice(): string | undefined {
  return useStore(moving, ({ device }) => device)
}
