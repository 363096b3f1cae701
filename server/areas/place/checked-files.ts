import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { CheckedBefore } from '#tiles/cim/read.ts'

const Kept = z.object({ program: z.string(), files: z.record(z.string(), z.string()) })

/**
 * Which contents of a site's files this very program has found right: a start on what did not change need not check it
 * again. Another program, or one byte that differs, and all is checked as ever.
 */
export class CheckedFiles implements CheckedBefore {
  private readonly file: string
  private readonly program: string
  private readonly digests: Map<string, string>
  private isNew = false

  private constructor(file: string, program: string, digests: Map<string, string>) {
    this.file = file
    this.program = program
    this.digests = digests
  }

  /** `data`: the folder in which it is remembered; `program`: the bundle that runs, its parts named in it by their digests. */
  static async open(data: string, program: string): Promise<CheckedFiles> {
    const file = join(data, 'checked-files.json')
    const [bytes, text] = await Promise.all([readFile(program), readFile(file, 'utf8').catch(() => '{}')])
    const digest = digestOf(bytes)
    const kept = Kept.safeParse(parsed(text))
    const isOurs = kept.success && kept.data.program === digest
    return new CheckedFiles(file, digest, new Map(isOurs ? Object.entries(kept.data.files) : []))
  }

  isRight(name: string, content: Uint8Array): boolean {
    return this.digests.get(name) === digestOf(content)
  }

  foundRight(name: string, content: Uint8Array): void {
    this.digests.set(name, digestOf(content))
    this.isNew = true
  }

  /** It only saves time: where it cannot be written, the next start takes longer. */
  async save(): Promise<void> {
    if (!this.isNew) return
    const kept = { program: this.program, files: Object.fromEntries(this.digests) }
    await writeFile(`${this.file}.new`, JSON.stringify(kept))
      .then(() => rename(`${this.file}.new`, this.file))
      .catch(() => {})
  }
}

function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
