import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isExecutable } from './executable.ts'
import type { Machine } from './machine.ts'

const usual: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/**
 * Electron's program file when it is really there. The electron package tells the same path, but fetches the file from
 * the internet on the way, so it is never loaded here; the rules are those of its index.js.
 */
export function findElectron(machine: Machine, packageFolder: string | undefined): string | undefined {
  const named = packageFolder && pathFile(packageFolder)
  const override = machine.env.ELECTRON_OVERRIDE_DIST_PATH
  const file = override
    ? join(override, named || usual[machine.platform] || 'electron')
    : packageFolder && named && join(packageFolder, 'dist', named)
  return file && isExecutable(file) ? file : undefined
}

/** Written when the package's program file was fetched. */
function pathFile(packageFolder: string): string | undefined {
  try {
    return readFileSync(join(packageFolder, 'path.txt'), 'utf8').trim()
  } catch {
    return undefined
  }
}
