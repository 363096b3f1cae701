import type { BrowserWindow, BrowserWindowConstructorOptions, IpcMain } from 'electron'
import { readElectronSettings } from '../launch/electron-settings.ts'
import { setAutostart } from './autostart.ts'
import { handle } from './ipc.ts'
import { MachineSettings } from './machine-settings.ts'
import { PAGE } from './origin.ts'
import type { ElectronParts, ShellPlace } from './shell.ts'
import type { SettingsFile } from './shell-settings.ts'
import { openPage } from './windows.ts'

interface Deps {
  electron: ElectronParts
  file: SettingsFile
  place: ShellPlace
}

const SIZE = { width: 720, height: 620, minWidth: 480, minHeight: 420 }

/** What somebody sets for this machine: where the server is, whether the window fills the screen, when it starts. */
export class MachineCalls {
  readonly launched: boolean
  problem: string | undefined
  private readonly deps: Deps
  private window: BrowserWindow | undefined

  constructor(deps: Deps) {
    this.deps = deps
    this.launched = readElectronSettings(deps.place.env) !== undefined
  }

  answer(ipc: IpcMain, options: BrowserWindowConstructorOptions): void {
    this.make = () => new this.deps.electron.BrowserWindow({ ...options, ...SIZE })
    const { file } = this.deps
    handle(ipc, 'machine:read', () => {
      const { server, kiosk, autostart } = file.settings
      const settings = { ...(server === undefined ? {} : { server }), kiosk, autostart }
      return { settings, launched: this.launched, ...(this.problem === undefined ? {} : { problem: this.problem }) }
    })
    handle(ipc, 'machine:save', (_page, wanted) => this.save(MachineSettings.parse(wanted)))
    handle(ipc, 'machine:open-settings', () => this.openSettings())
  }

  openSettings(): void {
    if (this.window) {
      this.window.focus()
      return
    }
    const window = this.make()
    this.window = window
    window.once('closed', () => {
      this.window = undefined
    })
    openPage(window, `${PAGE}?shell=settings`, this.deps.place.report)
  }

  private make: () => BrowserWindow = () => {
    throw new Error('the channels are answered first')
  }

  private async save(wanted: MachineSettings): Promise<void> {
    const { electron, file, place } = this.deps
    await setAutostart(electron.app, wanted.autostart, {
      platform: process.platform,
      env: place.env,
      program: process.execPath,
    })
    // A server that is named no longer is forgotten.
    const { server: _before, ...others } = file.settings
    file.settings = others
    await file.change(wanted)
    electron.app.relaunch()
    electron.app.quit()
  }
}
