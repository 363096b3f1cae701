import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** All files at once: for a thousand small ones several times faster than one after the other. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const entries = await readdir(from, { withFileTypes: true })
  await Promise.all(
    entries.map((entry) => {
      const [source, target] = [join(from, entry.name), join(to, entry.name)]
      return entry.isDirectory() ? copyFolder(source, target) : copyFile(source, target)
    }),
  )
}
