import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DeviceEntry } from '#shared/world/devices.ts'
import type { Household } from './households.ts'
import type { Interior } from './interior.ts'
import { interiorFile } from './interiors.ts'
import type { Site, SiteFile } from './site.ts'

export interface SiteContent {
  site: Site
  devices: DeviceEntry[]
  households: Household[]
  /** By the building's place. */
  interiors: Map<string, Interior>
}

/** Writes a site folder: plain files that a person can read and edit. */
export async function writeSite(folder: string, { site, devices, households, interiors }: SiteContent): Promise<void> {
  const parts: { [N in SiteFile]: unknown } = {
    'community.json': site.community,
    'grids.json': site.grids,
    'grounds.json': site.grounds,
    'roads.json': site.roads,
    'walls.json': site.walls,
    'gates.json': site.gates,
    'trees.json': site.trees,
    'facilities.json': site.facilities,
    'buildings.json': site.buildings,
    'surroundings.json': site.surroundings,
    'tilesets.json': site.tilesets,
    'devices.json': devices,
    'households.json': households,
  }
  for (const [name, content] of Object.entries(parts)) await writePart(folder, name, readable(content))
  for (const [building, interior] of interiors) await writePart(folder, interiorFile(building), readable(interior))
}

/** Whole or not at all: a reader never finds half a file. */
export async function writePart(folder: string, name: string, text: string): Promise<void> {
  const file = join(folder, name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

/** JSON with one entry of a list on each line: a person finds and edits it, and a comparison shows what changed. */
export function readable(content: unknown): string {
  if (!Array.isArray(content)) return `${JSON.stringify(content, null, 1)}\n`
  return `[\n${content.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`
}
