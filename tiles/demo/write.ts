import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDemo } from './demo.ts'

/** Writes the demonstration community as a site folder. */
export async function writeDemo(folder: string, seed: number): Promise<void> {
  const { site, devices } = makeDemo(seed)
  await mkdir(folder, { recursive: true })
  const parts = {
    'community.json': site.community,
    'grids.json': site.grids,
    'grounds.json': site.grounds,
    'gates.json': site.gates,
    'buildings.json': site.buildings,
    'devices.json': devices,
  }
  for (const [name, content] of Object.entries(parts))
    await writeFile(join(folder, name), `${JSON.stringify(content, null, 1)}\n`)
}
