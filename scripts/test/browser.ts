import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findBrowser } from '../../desktop/launch/browsers.ts'
import { thisMachine } from '../../desktop/launch/this-machine.ts'

/** The browser for the tests; on a bare Debian it is installed. Without one the tests do not pass, they stop. */
export function ensureBrowser(say: (line: string) => void): string {
  const there = findBrowser(thisMachine())
  if (there) return there
  if (process.env.ANKAN_BROWSER) throw new Error(`ANKAN_BROWSER names ${process.env.ANKAN_BROWSER}: no such program`)
  if (!isDebian() || process.getuid?.() !== 0)
    throw new Error(
      'The browser tests need Chromium, Chrome or Edge, and none was found. Install one, on Debian with\n' +
        '  sudo apt-get install --no-install-recommends chromium fonts-noto-cjk\n' +
        'or name one with ANKAN_BROWSER=/path/to/the/program.',
    )
  say('no browser on this machine: installing the Debian packages chromium and fonts-noto-cjk')
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  const installed = findBrowser(thisMachine())
  if (!installed) throw new Error('apt-get installed chromium, but no browser is found')
  return installed
}

function isDebian(): boolean {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function aptGet(...args: string[]): void {
  const { status } = spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed: see above`)
}
