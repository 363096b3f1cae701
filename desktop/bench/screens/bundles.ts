import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Record, round } from '../../../scripts/bench/bench.ts'
import type { BenchPages } from '../pages.ts'

const KB = 1024
/** Smaller ones are the seams between the others. */
const LEAST = 20 * KB

/** What a screen has to fetch and read, chunk by chunk. */
export async function measureBundles(pages: BenchPages, record: Record): Promise<void> {
  const folder = join(pages.renderer, 'assets')
  for (const name of (await readdir(folder)).sort()) {
    const { size } = await stat(join(folder, name))
    if (size < LEAST) continue
    const packed = gzipSync(await readFile(join(folder, name))).length
    const [chunk = name] = name.split('-')
    record({
      name: `screens.bundle_${chunk}${name.slice(name.lastIndexOf('.'))}`,
      value: round(size / KB, 0),
      unit: `kB, ${round(packed / KB, 0)} kB packed`,
    })
  }
}
