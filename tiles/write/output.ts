import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readTilesIndex, type TilesIndex } from '../cim/tiles-index.ts'

/**
 * Tiles are written aside and count only when they are whole: the last thing written is the index that names them.
 * The build before stays for those who are still reading it; older ones go.
 */
export class Output {
  private readonly root: string
  private readonly part: string
  readonly build: string
  private readonly folders = new Set<string>()
  bytes = 0
  files = 0

  constructor(site: string, build: string) {
    this.root = join(site, 'tiles')
    this.build = build
    this.part = join(this.root, `${build}.part`)
  }

  async begin(): Promise<void> {
    await rm(this.part, { recursive: true, force: true })
    await mkdir(this.part, { recursive: true })
  }

  async write(name: string, data: Uint8Array | string): Promise<void> {
    const file = join(this.part, name)
    const folder = dirname(file)
    if (!this.folders.has(folder)) {
      await mkdir(folder, { recursive: true })
      this.folders.add(folder)
    }
    await writeFile(file, data)
    this.bytes += typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength
    this.files++
  }

  async finish(index: TilesIndex, entry: string): Promise<void> {
    const whole = join(this.root, this.build)
    await rm(whole, { recursive: true, force: true })
    await rename(this.part, whole)
    const before = await readTilesIndex(dirname(this.root))
    await this.replace('tileset.json', entry)
    await this.replace('index.json', `${JSON.stringify(index, null, 1)}\n`)
    const keep = new Set([this.build, before?.build, 'tileset.json', 'index.json'])
    for (const name of await readdir(this.root))
      if (!keep.has(name)) await rm(join(this.root, name), { recursive: true, force: true })
  }

  async abandon(): Promise<void> {
    await rm(this.part, { recursive: true, force: true })
  }

  private async replace(name: string, text: string): Promise<void> {
    await writeFile(join(this.root, `${name}.new`), text)
    await rename(join(this.root, `${name}.new`), join(this.root, name))
  }
}
