import type { Shell } from '../electron/channels.ts'
import { type PageSettings, RECORDING } from '../launch/page-settings.ts'

export type Settings = PageSettings

declare global {
  interface Window {
    /** Inside Electron alone; in a browser there is none. */
    ankan?: Shell
  }
}

/** What the shell around the page tells it: over the bridge in Electron, as a file beside the page in a browser. */
export async function loadSettings(): Promise<Settings> {
  if (window.ankan) return window.ankan.ask('settings:read')
  const response = await fetch('./settings.json')
  return (await response.json()) as Settings
}

/** The recording that the window was opened with; undefined: it has gone, or may not be read. */
export async function readRecording(): Promise<Blob | undefined> {
  const response = await fetch(RECORDING)
  return response.ok ? await response.blob() : undefined
}
