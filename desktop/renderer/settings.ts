/** What the shell around the page tells it: over the bridge in Electron, as a file beside the page in a browser. */
export interface Settings {
  server: string
  setupCode?: string
}

declare global {
  interface Window {
    ankan?: { invoke(channel: 'settings:read'): Promise<Settings> }
  }
}

export async function loadSettings(): Promise<Settings> {
  if (window.ankan) return window.ankan.invoke('settings:read')
  const response = await fetch('./settings.json')
  return (await response.json()) as Settings
}
