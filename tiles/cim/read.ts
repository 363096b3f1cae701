import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { type Site, type SiteFile, siteFiles } from './site.ts'

/**
 * Reads a site folder; what is wrong is said with the file and the field. Files that a site can do without may miss.
 * `without` leaves lists out that the reader does not want whole: a city's buildings fill a memory.
 */
export async function readSite(
  folder: string,
  { without = [] }: { without?: readonly ('buildings.json' | 'devices.json')[] } = {},
): Promise<{ site: Site; devices: DeviceEntry[] }> {
  const [
    community,
    grids,
    grounds,
    roads,
    walls,
    gates,
    trees,
    facilities,
    buildings,
    surroundings,
    tilesets,
    devices,
  ] = await Promise.all([
    readPart(folder, 'community.json'),
    readPart(folder, 'grids.json', []),
    readPart(folder, 'grounds.json', []),
    readPart(folder, 'roads.json', { nodes: [], edges: [], closures: [] }),
    readPart(folder, 'walls.json', []),
    readPart(folder, 'gates.json', []),
    readPart(folder, 'trees.json', []),
    readPart(folder, 'facilities.json', []),
    without.includes('buildings.json') ? [] : readPart(folder, 'buildings.json'),
    readPart(folder, 'surroundings.json', { grounds: [], buildings: [] }),
    readPart(folder, 'tilesets.json', []),
    without.includes('devices.json') ? [] : readPart(folder, 'devices.json', []),
  ])
  const site = { community, grids, grounds, roads, walls, gates, trees, facilities, buildings, surroundings, tilesets }
  return { site, devices }
}

type Files = typeof siteFiles

/** One file of a site folder; `without` is what a folder stands for that has no such file. */
async function readPart<N extends SiteFile>(
  folder: string,
  name: N,
  without?: z.infer<Files[N]>,
): Promise<z.infer<Files[N]>> {
  const file = join(folder, name)
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && without !== undefined) return without
    throw new AnkanError('site.damaged', { file }, `cannot read ${file}: ${(error as Error).message}`)
  }
  const parsed = siteFiles[name].safeParse(content)
  if (!parsed.success)
    throw new AnkanError('site.damaged', { file }, `${file} is not as expected:\n${z.prettifyError(parsed.error)}`)
  return parsed.data as z.infer<Files[N]>
}
