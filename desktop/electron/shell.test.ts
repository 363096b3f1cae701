import { EventEmitter } from 'node:events'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { electronEnvironment } from '../launch/electron-settings.ts'
import { temporaryFolder, writeTree } from '../launch/testing/folders.ts'
import { type ElectronParts, startShell } from './shell.ts'

/** Electron as far as the shell uses it; what is called is written down in its order. */
async function fakeElectron({ alone = true, more = [] as { id: number; workArea: Electron.Rectangle }[] } = {}) {
  const user = await temporaryFolder()
  const calls: string[] = []
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn(),
    getURL: () => 'app://ankan/',
    send: (...args: unknown[]) => calls.push(`tell ${args.join(' ')}`),
  })
  const displays = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }, ...more]
  const screen = Object.assign(new EventEmitter(), {
    getAllDisplays: () => displays,
    getDisplayMatching: ({ x }: { x: number }) =>
      displays.find(({ workArea }) => x >= workArea.x && x < workArea.x + workArea.width) ?? displays[0],
  })
  const windows: FakeWindow[] = []
  class FakeWindow extends EventEmitter {
    webContents = contents
    fullscreen = false
    shown = false
    loaded: string[] = []
    bounds: Electron.Rectangle
    options: Electron.BrowserWindowConstructorOptions
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super()
      this.options = options
      this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 0, height: options.height ?? 0 }
      windows.push(this)
      app.emit('web-contents-created', {}, contents)
    }
    static getAllWindows = () => windows
    isMinimized = () => false
    static fromWebContents = () => windows[0]
    async loadURL(url: string) {
      this.loaded.push(url)
    }
    show() {
      this.shown = true
    }
    getBounds = () => this.bounds
    setBounds(bounds: Electron.Rectangle) {
      this.bounds = bounds
      this.emit('moved')
    }
    focus() {}
    isFullScreen = () => this.fullscreen
    setFullScreen(fullscreen: boolean) {
      this.fullscreen = fullscreen
      this.emit(fullscreen ? 'enter-full-screen' : 'leave-full-screen')
    }
  }
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args.filter((arg) => typeof arg === 'string')].join(' '))
  const app = Object.assign(new EventEmitter(), {
    setPath: note('setPath'),
    getPath: () => user,
    relaunch: note('relaunch'),
    setLoginItemSettings: note('login'),
    requestSingleInstanceLock: (told: object) => {
      calls.push(`lock ${JSON.stringify(told)}`)
      return alone
    },
    commandLine: { appendSwitch: note('switch') },
    whenReady: async () => void calls.push('ready'),
    quit: note('quit'),
    exit: note('exit'),
  })
  const defaultSession = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  }
  const handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>()
  const electron = {
    app,
    BrowserWindow: FakeWindow,
    dialog: { showErrorBox: vi.fn() },
    ipcMain: { handle: (name: string, handler: never) => handlers.set(name, handler) },
    protocol: { registerSchemesAsPrivileged: note('scheme'), handle: note('protocol') },
    screen,
    session: { defaultSession },
  }
  const pages = await writeTree(await temporaryFolder(), { 'index.html': '' })
  const settings = { server: 'http://127.0.0.1:8040', setupCode: 'a-b', pages, folder: '/data/window', kiosk: false }
  const reported: string[] = []
  const start = (env = electronEnvironment(settings), dist = '/dist', args: string[] = []) =>
    startShell(electron as unknown as ElectronParts, {
      dist,
      env,
      args,
      version: '1.2.3',
      report: (line) => reported.push(line),
    })
  return {
    start,
    calls,
    contents,
    windows,
    app,
    defaultSession,
    handlers,
    reported,
    dialog: electron.dialog,
    user,
    screen,
    displays,
  }
}

const page = { senderFrame: { url: 'app://ankan/', parent: null }, sender: {} }

test('what must be said before Electron is ready is said before', async () => {
  const { start, calls } = await fakeElectron()
  await start()
  const ready = calls.indexOf('ready')
  for (const early of ['setPath userData /data/window', 'scheme', 'switch disable-background-networking'])
    expect(calls.slice(0, ready)).toContain(early)
  expect(calls.slice(ready)).toContain('protocol app')
})

test('the window is walled in', async () => {
  const { start, windows } = await fakeElectron()
  await start()
  expect(windows[0]?.options.webPreferences).toMatchObject({
    preload: '/dist/electron/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  expect(windows[0]?.loaded).toEqual(['app://ankan/'])
})

test('no permission but for messages of our own page, no other page, no second window', async () => {
  const { start, contents, defaultSession } = await fakeElectron()
  await start()
  const ask = (url: string, permission: string) => {
    let granted: boolean | undefined
    const page = { getURL: () => url }
    defaultSession.setPermissionRequestHandler.mock.calls[0]?.[0](page, permission, (answer: boolean) => {
      granted = answer
    })
    expect(defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0](page, permission)).toBe(granted)
    return granted
  }
  expect(ask('app://ankan/', 'media')).toBe(false)
  expect(ask('app://ankan/', 'notifications')).toBe(true)
  expect(ask('https://elsewhere.example/', 'notifications')).toBe(false)
  expect(defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0](null, 'notifications')).toBe(false)
  expect(defaultSession.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false)
  expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]({ url: 'app://ankan/' })).toEqual({ action: 'deny' })

  const prevented = (name: string, event: object) => {
    const preventDefault = vi.fn()
    contents.emit(name, { ...event, preventDefault })
    return preventDefault.mock.calls.length === 1
  }
  expect(prevented('will-frame-navigate', { isMainFrame: true, url: 'https://evil/' })).toBe(true)
  expect(prevented('will-frame-navigate', { isMainFrame: false, url: 'app://ankan/' })).toBe(true)
  expect(prevented('will-frame-navigate', { isMainFrame: true, url: 'app://ankan/' })).toBe(false)
  expect(prevented('will-redirect', { url: 'app://ankan/' })).toBe(true)
  expect(prevented('will-attach-webview', {})).toBe(true)
})

test('the channels answer', async () => {
  const { start, handlers, calls } = await fakeElectron()
  await start()
  expect(handlers.get('settings:read')?.(desk)).toEqual({ server: 'http://127.0.0.1:8040', setupCode: 'a-b' })
  expect(handlers.get('app:versions')?.(page)).toMatchObject({ ankan: '1.2.3' })
  expect(handlers.get('window:toggle-fullscreen')?.(page)).toBe(true)
  expect(handlers.get('window:toggle-fullscreen')?.(page)).toBe(false)
  expect(calls.filter((call) => call.startsWith('tell'))).toEqual([
    'tell window:fullscreen-changed true',
    'tell window:fullscreen-changed false',
  ])
})

const desk = { ...page, sender: { getURL: () => 'app://ankan/' } }

test('a recording that the window is for needs no server, is for one desk, and walls go on watching', async () => {
  const { start, handlers } = await fakeElectron()
  const pages = await writeTree(await temporaryFolder(), { 'index.html': '' })
  await start(electronEnvironment({ pages, folder: '/f', kiosk: false, open: '/somewhere/fire.ankan' }))
  const wallPage = { ...page, sender: { getURL: () => 'app://ankan/?screen=big' } }
  expect(handlers.get('settings:read')?.(wallPage)).toEqual({})
  expect(handlers.get('settings:read')?.(desk)).toEqual({ recording: 'fire.ankan' })
  const other = { ...desk, sender: { ...desk.sender } }
  expect(handlers.get('settings:read')?.(other)).toEqual({})
  // Loaded anew it is the same window.
  expect(handlers.get('settings:read')?.(desk)).toEqual({ recording: 'fire.ankan' })
})

test('a recording opened while the program runs is handed to the window that is there', async () => {
  const second = await fakeElectron({ alone: false })
  await second.start({}, '/dist', ['--kiosk', 'C:\\somewhere.d\\x.txt', '/somewhere/Fire.ANKAN'])
  expect(second.calls).toContain('lock {"open":"/somewhere/Fire.ANKAN"}')
  expect(second.calls).toContain('quit')

  const { start, app, calls, handlers, contents } = await fakeElectron()
  await start()
  expect(handlers.get('settings:read')?.(desk)).not.toHaveProperty('recording')
  for (const handed of [undefined, null, {}, { open: 7 }]) app.emit('second-instance', {}, [], '/', handed)
  expect(calls.filter((call) => call.startsWith('tell'))).toEqual([])
  app.emit('second-instance', {}, [], '/', { open: '/somewhere/Fire.ANKAN' })
  expect(calls).toContain('tell recording:opened Fire.ANKAN')
  expect(handlers.get('settings:read')?.({ ...page, sender: contents })).toMatchObject({ recording: 'Fire.ANKAN' })
})

test('a page that crashed comes back; one that was closed does not', async () => {
  const { start, windows, contents, reported } = await fakeElectron()
  await start()
  vi.useFakeTimers()
  try {
    contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    vi.advanceTimersByTime(500)
    expect(windows[0]?.loaded).toHaveLength(2)
    contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
    windows[0]?.emit('closed')
    vi.advanceTimersByTime(60_000)
    expect(windows[0]?.loaded).toHaveLength(2)
    expect(reported[0]).toContain('crashed')
  } finally {
    vi.useRealTimers()
  }
})

test('a second start on the same folder leaves it to the first', async () => {
  const { start, calls, windows } = await fakeElectron({ alone: false })
  await start()
  expect(calls).toContain('quit')
  expect(calls).not.toContain('ready')
  expect(windows).toEqual([])
})

test('quitting waits for what was started', async () => {
  const { start, app, calls } = await fakeElectron()
  await start()
  const preventDefault = vi.fn()
  app.emit('before-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalled()
  await expect.poll(() => calls).toContain('quit')
  const again = vi.fn()
  app.emit('before-quit', { preventDefault: again })
  expect(again).not.toHaveBeenCalled()
})

test('what goes wrong is shown, and the program ends', async () => {
  const { start, calls, dialog } = await fakeElectron()
  const settings = { server: 'http://127.0.0.1:8040', pages: '/no/such/folder', folder: '/f', kiosk: false }
  await start(electronEnvironment(settings))
  expect(dialog.showErrorBox).toHaveBeenCalledWith('Ankan 安瞰', expect.stringContaining('npm run build'))
  expect(calls).toContain('exit')
})

const wall = { id: 2, workArea: { x: 1920, y: 0, width: 3840, height: 2160 } }

test('windows come back to their displays as they stood; a display that goes and comes takes its window along', async () => {
  const first = await fakeElectron({ more: [wall] })
  await first.start()
  expect(first.windows).toHaveLength(1)
  first.handlers.get('window:open')?.(page, 'big')
  const [, big] = first.windows
  expect(big?.loaded).toEqual(['app://ankan/?screen=big'])
  expect(big?.bounds).toEqual(wall.workArea)
  big?.emit('ready-to-show')
  expect(big?.fullscreen).toBe(true)
  first.windows[0]?.setBounds({ x: 40, y: 60, width: 1500, height: 800 })

  first.displays.pop()
  first.screen.emit('display-removed')
  expect(big?.bounds.x).toBeLessThan(1920)
  expect(big?.fullscreen).toBe(false)
  first.displays.push(wall)
  first.screen.emit('display-added')
  expect(big?.bounds).toEqual(wall.workArea)
  expect(big?.fullscreen).toBe(true)

  // The program ends with both, and comes up with both.
  first.app.emit('before-quit', { preventDefault: () => {} })
  for (const window of [...first.windows]) window.emit('closed')
  await expect.poll(() => readFile(join(first.user, 'machine.json'), 'utf8')).toContain('"x":40')
  const again = await fakeElectron({ more: [wall] })
  await cp(join(first.user, 'machine.json'), join(again.user, 'machine.json'))
  await again.start()
  expect(again.windows.map(({ bounds }) => bounds)).toEqual([{ x: 40, y: 60, width: 1500, height: 800 }, wall.workArea])
  expect(again.windows[1]?.loaded).toEqual(['app://ankan/?screen=big'])
})

test('a damaged file of this machine is set aside, and the program comes up as on the first day', async () => {
  const { start, user, windows, reported } = await fakeElectron()
  await writeFile(join(user, 'machine.json'), '{"windows":[{"bounds":"everywhere"}]}')
  await start()
  expect(windows).toHaveLength(1)
  expect(reported[0]).toContain('set aside')
  expect(await readFile(join(user, 'machine.json.damaged'), 'utf8')).toContain('everywhere')
})

test('what is set for this machine is kept, and the program starts anew with it', async () => {
  const { start, handlers, calls, user } = await fakeElectron()
  await start()
  expect(handlers.get('machine:read')?.(page)).toEqual({ settings: { kiosk: false, autostart: false }, launched: true })
  await handlers.get('machine:save')?.(page, { server: 'http://10.0.0.5:8040', kiosk: true, autostart: false })
  expect(calls).toContain('relaunch')
  expect(JSON.parse(await readFile(join(user, 'machine.json'), 'utf8'))).toMatchObject({
    server: 'http://10.0.0.5:8040',
    kiosk: true,
  })
  await expect(
    (async () => handlers.get('machine:save')?.(page, { server: 'ftp://x', kiosk: true }))(),
  ).rejects.toThrow()
})

test('an installed program whose server does not start shows the window where another can be named', async () => {
  const { start, windows, handlers, app, dialog } = await fakeElectron()
  // There is a page, and no launcher beside it.
  await start({}, await writeTree(await temporaryFolder(), { 'renderer/index.html': '' }))
  expect(windows.map(({ loaded }) => loaded)).toEqual([['app://ankan/?shell=settings']])
  expect(handlers.get('machine:read')?.(page)).toMatchObject({ launched: false, problem: expect.stringMatching(/\S/) })
  expect(dialog.showErrorBox).not.toHaveBeenCalled()
  expect(app.listenerCount('before-quit')).toBe(1)
})
