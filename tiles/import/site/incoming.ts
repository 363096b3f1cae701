import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const PREFIX = '.incoming-'

/**
 * Where everything is made before it takes its place in the site folder, all at once and by renaming: whatever
 * happens on the way, the folder is as it was.
 */
export class Incoming {
  readonly folder: string
  readonly #site: string
  /** The outermost folder that had to be made. */
  readonly #made: string | undefined

  private constructor(site: string, made: string | undefined) {
    this.#site = site
    this.#made = made
    this.folder = join(site, `${PREFIX}${process.pid}`)
  }

  static async open(site: string): Promise<Incoming> {
    const made = await mkdir(site, { recursive: true })
    await removeAbandoned(site)
    const incoming = new Incoming(site, made)
    await mkdir(incoming.folder)
    return incoming
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /**
   * Puts files and folders in their place, in this order. What stood there is moved into a folder of its own, which
   * is returned if there was anything: a person may have worked on it.
   */
  async commit(names: readonly string[], keep: (name: string) => boolean): Promise<string | undefined> {
    const undo: (() => Promise<void>)[] = []
    let kept: string | undefined
    const move = async (from: string, to: string) => {
      await mkdir(dirname(to), { recursive: true })
      await rename(from, to)
      undo.unshift(() => rename(to, from))
    }
    try {
      for (const name of names) {
        const target = join(this.#site, name)
        if (keep(name) && (await stat(target).catch(() => undefined))) {
          kept ??= await freeFolder(this.#site)
          await move(target, join(this.#site, kept, name))
        }
        await move(this.path(name), target)
      }
    } catch (error) {
      for (const step of undo) await step()
      throw error
    }
    await rm(this.folder, { recursive: true, force: true })
    return kept
  }

  async discard(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
    if (this.#made === undefined) return
    // Only folders that were made here, and only while nothing else lies in them.
    for (let folder = this.#site; folder.length >= this.#made.length; folder = dirname(folder)) {
      const isGone = await rmdir(folder).then(
        () => true,
        () => false,
      )
      if (!isGone) return
    }
  }
}

async function freeFolder(site: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = `before-import-${n}`
    if (!(await stat(join(site, name)).catch(() => undefined))) return name
  }
}

/** What programs left that were killed. */
async function removeAbandoned(site: string): Promise<void> {
  for (const name of await readdir(site)) {
    if (!name.startsWith(PREFIX) || isRunning(Number(name.slice(PREFIX.length)))) continue
    await rm(join(site, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Nothing of a person's lies in the folder. */
export async function isVacant(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.every((name) => name.startsWith(PREFIX))
}
