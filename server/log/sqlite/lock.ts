import { join } from 'node:path'
import { AnkanError } from '#shared/errors.ts'
import { openSqlite, storageError } from './open.ts'

/** Two servers on one folder would number events twice. The lock is the operating system's: it ends with the process. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock.db')
  const db = openSqlite(file, 'lock', 1)
  try {
    await db.raw('BEGIN EXCLUSIVE')
  } catch (error) {
    await db.destroy()
    if (/BUSY|locked/.test(String((error as { code?: string }).code)))
      throw new AnkanError('start.folder-in-use', { folder }, `another server works in ${folder}`)
    throw storageError(error, file)
  }
  return () => db.destroy()
}
