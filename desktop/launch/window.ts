import { hasDisplay, type Machine } from './machine.ts'
import { offlineFlags, soundFlag } from './offline-flags.ts'
import type { Words } from './words.ts'

/** A program that shows the command center, or why that kind cannot. */
export type WindowWay =
  | { kind: 'electron' | 'browser'; program: string; args: string[]; name: Words }
  | { kind: 'impossible'; why: Words }

export interface WindowWish {
  url: string
  /** The browser window's own folder: nothing of it mixes with the person's own browser. */
  profile: string
  noWindow: boolean
  kiosk: boolean
  electron: string | undefined
  electronMain: string
  browser: string | undefined
}

/** The ways to show the window, the best first. After the last one there is only the address to open. */
export function windowWays(wish: WindowWish, machine: Machine): WindowWay[] {
  if (wish.noWindow) return [impossible('按 --no-window 的要求', 'as --no-window asks')]
  if (!hasDisplay(machine))
    return [
      impossible(
        '没有图形显示：未设置 DISPLAY 或 WAYLAND_DISPLAY，Electron 与浏览器都无法打开窗口',
        'no display: DISPLAY and WAYLAND_DISPLAY are not set, so neither Electron nor a browser can show one',
      ),
    ]
  return [electronWay(wish, machine), browserWay(wish, machine)]
}

function impossible(zh: string, en: string): WindowWay {
  return { kind: 'impossible', why: { zh, en } }
}

function electronWay({ electron, electronMain }: WindowWish, { superuser }: Machine): WindowWay {
  if (!electron) return impossible('没有 Electron 程序文件', "Electron's program file is not on this machine")
  return {
    kind: 'electron',
    program: electron,
    args: [...(superuser ? ['--no-sandbox'] : []), electronMain],
    name: { zh: `Electron 窗口（${electron}）`, en: `Electron window (${electron})` },
  }
}

function browserWay(wish: WindowWish, machine: Machine): WindowWay {
  const { browser } = wish
  const named = machine.env.ANKAN_BROWSER
  if (browser)
    return {
      kind: 'browser',
      program: browser,
      args: browserFlags(wish, machine).map((flag) => `--${flag}`),
      name: { zh: `浏览器应用窗口（${browser}）`, en: `browser app window (${browser})` },
    }
  return named
    ? impossible(
        `ANKAN_BROWSER 指定的 ${named} 不是可运行的程序`,
        `${named}, named by ANKAN_BROWSER, is not a program that can be run`,
      )
    : impossible('没有找到 Chromium、Chrome 或 Edge 浏览器', 'no Chromium, Chrome or Edge was found')
}

function browserFlags({ url, profile, kiosk }: WindowWish, { platform, env, superuser }: Machine): string[] {
  const flags = [
    `app=${url}`,
    `user-data-dir=${profile}`,
    ...offlineFlags,
    soundFlag,
    kiosk ? 'kiosk' : 'start-maximized',
    // The browser ends when this pipe closes: it cannot outlive us, however we end.
    'remote-debugging-pipe',
  ]
  if (platform === 'linux') {
    // Without this the first start may wait for somebody to open a key ring.
    flags.push('password-store=basic')
    if (!env.DISPLAY) flags.push('ozone-platform=wayland')
    // `test-type` keeps the browser from covering the page with a warning about the other.
    if (superuser) flags.push('no-sandbox', 'test-type')
  }
  return flags
}
