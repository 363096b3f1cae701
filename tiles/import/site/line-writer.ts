import { type FileHandle, open } from 'node:fs/promises'

const ENOUGH = 1024 * 1024

/** Lines into a file, some thousands at a time. */
export class LineWriter {
  readonly #file: FileHandle
  #waiting: string[] = []
  #size = 0
  count = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async open(path: string): Promise<LineWriter> {
    return new LineWriter(await open(path, 'w'))
  }

  /** Something to wait for only when the lines go to the disk. */
  add(line: string): Promise<void> | undefined {
    this.#waiting.push(line)
    this.#size += line.length
    this.count++
    return this.#size < ENOUGH ? undefined : this.#flush()
  }

  async close(): Promise<void> {
    await this.#flush()
    await this.#file.close()
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return
    const text = `${this.#waiting.join('\n')}\n`
    this.#waiting = []
    this.#size = 0
    await this.#file.appendFile(text)
  }
}

/** A list as JSON with an entry on each line, as the other files of a site folder are (cim/write.ts). */
export class ListWriter {
  readonly #lines: LineWriter
  #last: string | undefined

  private constructor(lines: LineWriter) {
    this.#lines = lines
  }

  static async open(path: string): Promise<ListWriter> {
    const lines = await LineWriter.open(path)
    await lines.add('[')
    return new ListWriter(lines)
  }

  add(entry: string): Promise<void> | undefined {
    const before = this.#last
    this.#last = entry
    return before === undefined ? undefined : this.#lines.add(`${before},`)
  }

  async close(): Promise<void> {
    if (this.#last !== undefined) await this.#lines.add(this.#last)
    await this.#lines.add(']')
    await this.#lines.close()
  }
}
