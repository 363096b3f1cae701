import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron'
import type { KeptWindow } from './machine-settings.ts'
import { PAGE } from './origin.ts'
import { freeDisplay, placeFor } from './places.ts'
import type { SettingsFile } from './shell-settings.ts'
import { openPage } from './windows.ts'

type ScreenName = NonNullable<KeptWindow['screen']>

interface Open {
  window: BrowserWindow
  kept: KeptWindow
  displaced: boolean
}

export interface WindowSetWish {
  make(options: BrowserWindowConstructorOptions): BrowserWindow
  options: BrowserWindowConstructorOptions
  screen: Pick<Screen, 'getAllDisplays' | 'getDisplayMatching'> & {
    on(event: 'display-added' | 'display-removed' | 'display-metrics-changed', told: () => void): unknown
  }
  file: SettingsFile
  kiosk: boolean
  report(line: string): void
}

/** The windows of this machine, each on its display; there again, as they stood, when the program starts anew. */
export class WindowSet {
  private readonly wish: WindowSetWish
  private readonly open: Open[] = []
  private quitting = false

  constructor(wish: WindowSetWish) {
    this.wish = wish
    for (const event of ['display-added', 'display-removed', 'display-metrics-changed'] as const)
      wish.screen.on(event, () => this.replace())
  }

  /** Those that were open when the program ended; on the first day one. */
  restore(): void {
    const { windows } = this.wish.file.settings
    if (windows.length === 0) this.add(undefined)
    for (const kept of windows) this.add(kept)
  }

  /** One more, on a display that has none yet: a wall fills it. */
  openScreen(screen: ScreenName): void {
    const displays = this.wish.screen.getAllDisplays()
    const display = freeDisplay(
      displays,
      this.open.map(({ window }) => window.getBounds()),
    )
    if (!display) {
      this.add(undefined)
      return
    }
    const isOwn = !this.open.some(({ kept }) => kept.display === display.id)
    this.add({ screen, bounds: display.workArea, display: display.id, fullscreen: screen === 'big' && isOwn })
    this.remember()
  }

  /** From now on a window that closes is one that comes back. */
  quit(): void {
    this.quitting = true
  }

  private add(kept: KeptWindow | undefined): void {
    const { make, options, screen, kiosk, report } = this.wish
    const { bounds, displaced } = placeFor(kept, screen.getAllDisplays())
    const window = make({ ...options, ...bounds, kiosk })
    const display = kept?.display ?? screen.getDisplayMatching(bounds).id
    const one: Open = { window, displaced, kept: kept ?? { bounds, display, fullscreen: false } }
    this.open.push(one)
    for (const event of ['moved', 'resized', 'enter-full-screen', 'leave-full-screen'] as const)
      window.on(event as 'moved', () => this.stands(one))
    // Somebody makes a desk of a wall, or a wall of a desk.
    window.webContents.on('did-navigate-in-page', (_event, address) => {
      const named = new URL(address).searchParams.get('screen')
      if ((named !== 'desk' && named !== 'big') || named === one.kept.screen) return
      one.kept = { ...one.kept, screen: named }
      this.remember()
    })
    window.once('ready-to-show', () => one.kept.fullscreen && !kiosk && window.setFullScreen(true))
    window.once('closed', () => {
      this.open.splice(this.open.indexOf(one), 1)
      // The last one is the program: it comes back as it was.
      if (!this.quitting && this.open.length > 0) this.remember()
    })
    openPage(window, kept?.screen ? `${PAGE}?screen=${kept.screen}` : PAGE, report)
  }

  /** Somebody has moved it; where the system had to put it is not where somebody wants it. */
  private stands(one: Open): void {
    if (one.displaced) return
    const { window, kept } = one
    const fullscreen = window.isFullScreen()
    const bounds = fullscreen ? kept.bounds : window.getBounds()
    one.kept = { ...kept, bounds, fullscreen, display: this.wish.screen.getDisplayMatching(window.getBounds()).id }
    this.remember()
  }

  /** A display was unplugged, or has come back. */
  private replace(): void {
    const displays = this.wish.screen.getAllDisplays()
    for (const one of this.open) {
      const { bounds, displaced } = placeFor(one.kept, displays)
      if (displaced === one.displaced && !displaced) continue
      one.displaced = true
      one.window.setFullScreen(false)
      one.window.setBounds(bounds)
      one.window.setFullScreen(one.kept.fullscreen && !displaced)
      one.displaced = displaced
    }
  }

  private remember(): void {
    void this.wish.file.change({ windows: this.open.map(({ kept }) => kept) })
  }
}
