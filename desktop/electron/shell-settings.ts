import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { KeptWindow, MachineSettings } from './machine-settings.ts'

const Kept = MachineSettings.extend({ windows: z.array(KeptWindow).max(32).default([]) })
export type ShellSettings = z.infer<typeof Kept>

/** The shell's own file. One that cannot be read is set aside, and the program comes up as on the first day. */
export class SettingsFile {
  private readonly file: string
  private readonly report: (line: string) => void
  private writing: Promise<void> = Promise.resolve()
  settings: ShellSettings = Kept.parse({})

  constructor(file: string, report: (line: string) => void) {
    this.file = file
    this.report = report
  }

  async load(): Promise<ShellSettings> {
    try {
      this.settings = Kept.parse(JSON.parse(await readFile(this.file, 'utf8')))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        this.report(`${this.file} could not be read and is set aside: ${(error as Error).message.split('\n')[0]}`)
        await rename(this.file, `${this.file}.damaged`).catch(() => {})
      }
    }
    return this.settings
  }

  /** One after the other, each whole or not at all. */
  change(change: Partial<ShellSettings>): Promise<void> {
    this.settings = { ...this.settings, ...change }
    const text = JSON.stringify(this.settings)
    this.writing = this.writing
      .then(async () => {
        await mkdir(dirname(this.file), { recursive: true })
        await writeFile(`${this.file}.new`, text)
        await rename(`${this.file}.new`, this.file)
      })
      .catch((error: Error) => this.report(`${this.file} could not be written: ${error.message}`))
    return this.writing
  }
}
