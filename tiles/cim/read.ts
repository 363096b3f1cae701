import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { type Site, type SiteFile, siteFiles } from './site.ts'

/** Remembers which contents were found right as they stand, without anything that the schema would fill in or leave out. */
export interface CheckedBefore {
  isRight(name: SiteFile, content: Uint8Array): boolean
  foundRight(name: SiteFile, content: Uint8Array): void
}

interface Reading {
  without?: readonly ('buildings.json' | 'devices.json')[]
  checked?: CheckedBefore | undefined
}

/**
 * Reads a site folder; what is wrong is said with the file and the field. Files that a site can do without may miss.
 * `without` leaves lists out that the reader does not want whole: a city's buildings fill a memory. What was `checked`
 * before is taken as it is.
 */
export async function readSite(
  folder: string,
  { without = [], checked }: Reading = {},
): Promise<{ site: Site; devices: DeviceEntry[] }> {
  const part = <N extends SiteFile>(name: N, missing?: z.infer<Files[N]>) => readPart(folder, name, missing, checked)
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
    part('community.json'),
    part('grids.json', []),
    part('grounds.json', []),
    part('roads.json', { nodes: [], edges: [], closures: [] }),
    part('walls.json', []),
    part('gates.json', []),
    part('trees.json', []),
    part('facilities.json', []),
    without.includes('buildings.json') ? [] : part('buildings.json'),
    part('surroundings.json', { grounds: [], buildings: [] }),
    part('tilesets.json', []),
    without.includes('devices.json') ? [] : part('devices.json', []),
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
  checked?: CheckedBefore,
): Promise<z.infer<Files[N]>> {
  const file = join(folder, name)
  let [bytes, content]: [Buffer, unknown] = [Buffer.of(), undefined]
  try {
    bytes = await readFile(file)
    content = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && without !== undefined) return without
    throw new AnkanError('site.damaged', { file }, `cannot read ${file}: ${(error as Error).message}`)
  }
  if (checked?.isRight(name, bytes)) return content as z.infer<Files[N]>
  const parsed = siteFiles[name].safeParse(content)
  if (!parsed.success)
    throw new AnkanError('site.damaged', { file }, `${file} is not as expected:\n${z.prettifyError(parsed.error)}`)
  if (checked && isDeepStrictEqual(content, parsed.data)) checked.foundRight(name, bytes)
  return parsed.data as z.infer<Files[N]>
}
