import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Readable } from 'node:stream'
import type { WebContents } from 'electron'
import { ENDING } from '#shared/bundle/manifest.ts'

/** The recording somebody opened the program with: `Ankan FILE.ankan`, as the system does for a double click. */
export function openedFile(args: readonly string[], folder = process.cwd()): string | undefined {
  const file = args.findLast(isRecording)
  return file === undefined ? undefined : resolve(folder, file)
}

/** What remains is for the launcher, which knows options alone. */
export function withoutFiles(args: readonly string[]): string[] {
  return args.filter((arg) => !isRecording(arg))
}

const isRecording = (arg: string) => !arg.startsWith('-') && arg.toLowerCase().endsWith(`.${ENDING}`)

type Page = Pick<WebContents, 'getURL'>

/** A wall goes on watching, whatever somebody opens. */
export const isDesk = (page: Page) => !/[?&]screen=big\b/.test(page.getURL())

/** The recording that a page may read; another one may take its place. */
export class OpenedFile {
  path: string | undefined
  /** The one window that shows it. */
  private shower: Page | undefined

  constructor(path: string | undefined) {
    this.path = path
  }

  /** Its name, for the first desk that asks, and again when that is loaded anew. */
  nameFor(page: Page): string | undefined {
    if (this.path === undefined || !isDesk(page)) return undefined
    this.shower ??= page
    return this.shower === page ? basename(this.path) : undefined
  }

  replace(path: string, page: Page): string {
    this.path = path
    this.shower = page
    return basename(path)
  }

  /** Its bytes as they are read; undefined: there is none, or it has gone. */
  async content(): Promise<{ body: ReadableStream; size: number } | undefined> {
    const { path } = this
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
    if (path === undefined || !found?.isFile()) return undefined
    return { body: Readable.toWeb(createReadStream(path)) as ReadableStream, size: found.size }
  }
}
