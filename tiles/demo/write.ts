import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SiteFile } from '../cim/site.ts'
import { makeDemo } from './demo.ts'

/** Writes the demonstration community as a site folder. */
export async function writeDemo(folder: string, seed: number): Promise<void> {
  const { site, devices, households } = makeDemo(seed)
  await mkdir(folder, { recursive: true })
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
    'devices.json': devices,
    'households.json': households,
  }
  for (const [name, content] of Object.entries(parts)) await writeFile(join(folder, name), readable(content))
}

/** JSON with one entry of a list on each line: a person finds and edits it, and a comparison shows what changed. */
export function readable(content: unknown): string {
  if (!Array.isArray(content)) return `${JSON.stringify(content, null, 1)}\n`
  return `[\n${content.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`
}
