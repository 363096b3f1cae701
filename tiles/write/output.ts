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
  /** Pieces of the model; what belongs to them (pictures, lists) is not counted. */
  tiles = 0

  constructor(site: string, build: string) {
    this.root = join(site, 'tiles')
    this.build = build
    // Two that build the same site at once do not touch one another; who is whole last counts.
    this.part = join(this.root, `${build}.part-${process.pid}`)
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
    if (name.endsWith('.glb')) this.tiles++
  }

  async finish(index: TilesIndex, entry: string): Promise<void> {
    const whole = join(this.root, this.build)
    const replaced = `${whole}.old-${process.pid}`
    await rename(whole, replaced).catch(() => {})
    await rename(this.part, whole)
    const before = await readTilesIndex(dirname(this.root))
    await this.replace('tileset.json', entry)
    await this.replace('index.json', `${JSON.stringify(index, null, 1)}\n`)
    const keep = new Set([this.build, before?.build, 'tileset.json', 'index.json'])
    for (const name of await readdir(this.root))
      if (!keep.has(name) && !isOfAnother(name)) await rm(join(this.root, name), { recursive: true, force: true })
  }

  async abandon(): Promise<void> {
    await rm(this.part, { recursive: true, force: true })
  }

  private async replace(name: string, text: string): Promise<void> {
    await writeFile(join(this.root, `${name}.new`), text)
    await rename(join(this.root, `${name}.new`), join(this.root, name))
  }
}

/** Is somebody else writing here right now? */
function isOfAnother(name: string): boolean {
  const pid = Number(/-(\d+)$/.exec(name)?.[1])
  if (!/\.(part|old)-\d+$/.test(name) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
