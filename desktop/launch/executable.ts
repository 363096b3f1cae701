import { accessSync, constants, statSync } from 'node:fs'

/** A file that this user may run; on Windows every file may be. */
export function isExecutable(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
