import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { tell } from './ipc.ts'
import { Recovery } from './recovery.ts'

export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    title: 'Ankan 安瞰',
    width: 1600,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    autoHideMenuBar: true,
    // No white flash in a dark room.
    backgroundColor: '#0b1220',
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      // The dictionaries would be fetched from the internet.
      spellcheck: false,
      // A wall that nobody touches, or a window under another, still counts seconds and sounds alarms.
      backgroundThrottling: false,
    },
  }
}

/** Shows the page in the window and keeps it there. */
export function openPage(window: BrowserWindow, address: string, report: (line: string) => void): void {
  const { webContents } = window
  const recovery = new Recovery(() => load())
  const load = () => {
    window.loadURL(address).catch((error: Error) => report(`the page did not load: ${error.message}`))
  }
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    report(`the page crashed (${reason}, ${exitCode}); back in ${recovery.crashed()} ms`)
  })
  webContents.on('unresponsive', () => report('the page does not answer'))
  window.on('enter-full-screen', () => tell(webContents, 'window:fullscreen-changed', true))
  window.on('leave-full-screen', () => tell(webContents, 'window:fullscreen-changed', false))
  window.once('ready-to-show', () => window.show())
  window.once('closed', () => recovery.close())
  load()
}
