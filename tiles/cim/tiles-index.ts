import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { siteFiles } from './site.ts'

/** Raised whenever the same site would be drawn otherwise: what was built before is then built again. */
const TILER = 4

/** What there is in a site's `tiles` folder: which build counts, and where the inside of each building lies in it. */
export const TilesIndex = z.object({
  build: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** By the building's place: the address of its inside, from the folder of the build. */
  interiors: z.record(z.string(), z.string()),
  buildings: z.number().int(),
  tiles: z.number().int(),
  bytes: z.number().int(),
  triangles: z.number().int(),
})
export type TilesIndex = z.infer<typeof TilesIndex>

/** Undefined: no tiles have been built of this site. */
export async function readTilesIndex(site: string): Promise<TilesIndex | undefined> {
  try {
    const index = TilesIndex.parse(JSON.parse(await readFile(join(site, 'tiles', 'index.json'), 'utf8')))
    await access(join(site, 'tiles', index.build, 'tileset.json'))
    return index
  } catch {
    return undefined
  }
}

/** One number for all that tiles are made of. Contents count, not times: a copied folder need not be built again. */
export async function hashOfSite(folder: string): Promise<string> {
  const hash = createHash('sha256').update(`tiler ${TILER}\n`)
  const drawn = Object.keys(siteFiles).filter((name) => name !== 'devices.json' && name !== 'households.json')
  const interiors = await readdir(join(folder, 'interiors')).catch(() => [])
  for (const name of [...drawn, ...interiors.sort().map((file) => `interiors/${file}`)]) {
    hash.update(`\0${name}\0`)
    try {
      for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return hash.digest('hex').slice(0, 12)
}

export async function areTilesCurrent(site: string): Promise<boolean> {
  const index = await readTilesIndex(site)
  return index?.build.startsWith(await hashOfSite(site)) ?? false
}
