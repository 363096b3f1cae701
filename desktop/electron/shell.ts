import { join } from 'node:path'
import type * as Electron from 'electron'
import { type ElectronSettings, readElectronSettings } from '../launch/electron-settings.ts'
import { offlineFlags, soundFlag } from '../launch/offline-flags.ts'
import { listPageFiles } from '../launch/page-files.ts'
import { findBackend } from './backend.ts'
import { guardContents, guardSession } from './guards.ts'
import { handle, tell } from './ipc.ts'
import { MachineCalls } from './machine-calls.ts'
import { isDesk, OpenedFile, openedFile, withoutFiles } from './opened-file.ts'
import { pageAnswers, pageScheme } from './pages.ts'
import { SettingsFile } from './shell-settings.ts'
import { WindowSet } from './window-set.ts'
import { windowOptions } from './windows.ts'

export type ElectronParts = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'protocol' | 'screen' | 'session'
>

export interface ShellPlace {
  /** The folder of the built programs. */
  dist: string
  env: NodeJS.ProcessEnv
  args: string[]
  version: string
  report(line: string): void
}

/** The program around the page. What must be said before Electron is ready is said before the first wait. */
export async function startShell(electron: ElectronParts, place: ShellPlace): Promise<void> {
  const { app, BrowserWindow, dialog, protocol } = electron
  const told = readElectronSettings(place.env)
  if (told) app.setPath('userData', told.folder)
  const opened = new OpenedFile(told?.open ?? openedFile(place.args))
  // The lock is the folder's: another folder is another site. Who has it opens the file.
  if (!app.requestSingleInstanceLock({ open: opened.path })) return app.quit()
  protocol.registerSchemesAsPrivileged([pageScheme])
  for (const flag of [...offlineFlags, soundFlag]) {
    const [name = '', value] = flag.split('=', 2)
    app.commandLine.appendSwitch(name, value)
  }
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', (_event, _args, _folder, handed) => {
    const windows = BrowserWindow.getAllWindows()
    const window = windows.find(({ webContents }) => isDesk(webContents)) ?? windows[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const { open } = (handed ?? {}) as { open?: unknown }
    if (window && typeof open === 'string')
      tell(window.webContents, 'recording:opened', opened.replace(open, window.webContents))
  })
  await app.whenReady()
  try {
    await openShell(electron, place, opened)
  } catch (error) {
    const { message } = error as Error
    place.report(message)
    dialog.showErrorBox('Ankan 安瞰', message)
    app.exit(1)
  }
}

/** Nobody is asked there: the page for naming a server speaks to none. */
const NOWHERE = 'http://127.0.0.1'

async function openShell(electron: ElectronParts, place: ShellPlace, opened: OpenedFile): Promise<void> {
  const { app, BrowserWindow, ipcMain, protocol, screen, session } = electron
  const folder = app.getPath('userData')
  const file = new SettingsFile(join(folder, 'machine.json'), place.report)
  const { server, kiosk } = await file.load()
  const pages = join(place.dist, 'renderer')
  const machine = new MachineCalls({ electron, file, place })
  const found = server === undefined || machine.launched ? await backend(place, pages, folder, machine) : undefined
  const settings: ElectronSettings = found?.settings ?? { server: server ?? NOWHERE, pages, folder, kiosk: false }
  if (found) endWithUs(app, found.end)
  guardSession(session.defaultSession)
  const files = await listPageFiles(settings.pages)
  protocol.handle(pageScheme.scheme, pageAnswers({ files, server: settings.server, opened }))
  const options = windowOptions(join(place.dist, 'electron', 'preload.cjs'))
  const windows = new WindowSet({
    make: (wish) => new BrowserWindow(wish),
    options,
    screen,
    file,
    kiosk: kiosk || settings.kiosk || place.args.includes('--kiosk'),
    report: place.report,
  })
  app.on('before-quit', () => windows.quit())
  answerChannels({ ipc: ipcMain, BrowserWindow, settings, opened, version: place.version })
  handle(ipcMain, 'window:open', (_page, wanted) => windows.openScreen(wanted === 'big' ? 'big' : 'desk'))
  machine.answer(ipcMain, options)
  if (machine.problem === undefined) windows.restore()
  else machine.openSettings()
}

/** A server of our own; one that does not start is told in the window where another can be named. */
async function backend(place: ShellPlace, pages: string, folder: string, machine: MachineCalls) {
  const launcher = join(place.dist, 'node', 'launch.js')
  try {
    return await findBackend(place.env, { launcher, args: withoutFiles(place.args), pages, folder })
  } catch (error) {
    if (machine.launched) throw error
    place.report((error as Error).message)
    machine.problem = (error as Error).message
    return undefined
  }
}

/** The last window is closed: the server we started is given the time to close its log. */
function endWithUs(app: Electron.App, end: () => Promise<void>): void {
  let ended = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void end().finally(() => {
      ended = true
      app.quit()
    })
  })
}

interface Answering {
  ipc: Electron.IpcMain
  BrowserWindow: ElectronParts['BrowserWindow']
  settings: ElectronSettings
  opened: OpenedFile
  version: string
}

function answerChannels({ ipc, BrowserWindow, settings, opened, version }: Answering): void {
  const { server, setupCode } = settings
  handle(ipc, 'settings:read', (page) => {
    const recording = opened.nameFor(page)
    return { ...(server ? { server } : {}), ...(setupCode ? { setupCode } : {}), ...(recording ? { recording } : {}) }
  })
  handle(ipc, 'app:versions', () => ({
    ankan: version,
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
  }))
  handle(ipc, 'window:toggle-fullscreen', (page) => {
    const window = BrowserWindow.fromWebContents(page)
    const fullscreen = !window?.isFullScreen()
    window?.setFullScreen(fullscreen)
    return fullscreen
  })
}
