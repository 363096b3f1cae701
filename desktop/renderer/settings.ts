import type { Shell } from '../electron/channels.ts'
import type { PageSettings } from '../launch/page-settings.ts'

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
