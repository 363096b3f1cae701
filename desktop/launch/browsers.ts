import { delimiter, join } from 'node:path'
import { isExecutable } from './executable.ts'
import type { Machine } from './machine.ts'

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]

/** Any browser of the Chromium family: they alone can show a page as a window of its own (`--app`). */
export function findBrowser(machine: Machine): string | undefined {
  const named = machine.env.ANKAN_BROWSER
  // Who names a browser means that one: another in its place would hide the mistake.
  if (named) return isExecutable(named) ? named : undefined
  return candidates(machine).find(isExecutable)
}

function candidates(machine: Machine): string[] {
  const suffix = machine.platform === 'win32' ? '.exe' : ''
  const folders = (machine.env.PATH ?? machine.env.Path ?? '').split(delimiter).filter(Boolean)
  return [...onPath.flatMap((name) => folders.map((folder) => join(folder, name + suffix))), ...usualPlaces(machine)]
}

function usualPlaces({ platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => !!folder)
    const inside = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ]
    return inside.flatMap((parts) => programs.map((folder) => join(folder as string, ...parts)))
  }
  if (platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(home, 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    )
  return [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ]
}
