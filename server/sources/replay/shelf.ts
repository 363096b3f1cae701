import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Recording } from '#shared/contract/recordings.ts'
import { AnkanError } from '#shared/errors.ts'

/** A recording as it lies on disk: what is known of it, with the series that its readings are of. */
export const Shelved = Recording.extend({
  series: z.array(z.object({ device: z.string(), metric: z.string() })).default([]),
})
export type Shelved = z.infer<typeof Shelved>

/** The files of recordings: each as it came, its readings in order, and what is known of it. */
export class Shelf {
  private readonly folder: string
  private turn: Promise<void> = Promise.resolve()

  constructor(data: string) {
    this.folder = join(data, 'recordings')
  }

  source(recording: string): string {
    return join(this.folder, `${recording}.csv`)
  }

  readings(recording: string): string {
    return join(this.folder, `${recording}.readings`)
  }

  private about(recording: string): string {
    return join(this.folder, `${recording}.json`)
  }

  /** What was whole when it was written; anything else there is thrown away. */
  async all(): Promise<Shelved[]> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const found: Shelved[] = []
    for (const name of await readdir(this.folder)) {
      const id = /^(.+)\.json$/.exec(name)?.[1]
      const known = id && (await this.read(id))
      if (known) found.push(known)
    }
    const whole = new Set(found.map(({ recording }) => recording))
    for (const name of await readdir(this.folder))
      if (!whole.has(name.replace(/\.\w+$/, ''))) await rm(join(this.folder, name), { force: true })
    return found.sort((a, b) => a.at - b.at)
  }

  private async read(id: string): Promise<Shelved | undefined> {
    try {
      const known = Shelved.parse(JSON.parse(await readFile(this.about(id), 'utf8')))
      return known.recording === id && known.phase !== 'arriving' ? known : undefined
    } catch {
      return undefined
    }
  }

  /** Whole or not at all; of what is said of one at once, the newest. */
  write(known: Shelved): Promise<void> {
    const file = this.about(known.recording)
    return this.inTurn(() =>
      refusedWhenFull(async () => {
        await writeFile(`${file}.new`, JSON.stringify(known), { mode: 0o600 })
        await rename(`${file}.new`, file)
      }),
    )
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work)
    this.turn = done.catch(() => {})
    return done
  }

  /** Puts a piece behind what has come; returns how much has. */
  async append(recording: string, from: number, part: Buffer): Promise<void> {
    await refusedWhenFull(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      const handle = await open(this.source(recording), from === 0 ? 'w' : 'r+', 0o600)
      try {
        await handle.write(part, 0, part.length, from)
      } finally {
        await handle.close()
      }
    })
  }

  remove(recording: string): Promise<void> {
    return this.inTurn(async () => {
      for (const file of [this.about(recording), this.source(recording), this.readings(recording)])
        await rm(file, { force: true })
    })
  }
}

async function refusedWhenFull(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new AnkanError('storage.full', {}, message)
    if (code === 'ENOENT') throw new AnkanError('recording.gone', {}, 'its file is gone')
    throw error
  }
}
