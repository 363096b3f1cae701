import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { areTilesCurrent, readTilesIndex } from '../../cim/tiles-index.ts'
import { isRecord } from '../../import/json/is-record.ts'
import { isThere } from './entries.ts'
import type { Findings } from './findings.ts'

/** Our own tiles: are they there, whole, and of the site as it is? */
export async function checkTiles(folder: string, findings: Findings): Promise<void> {
  if (!(await isThere(join(folder, 'tiles', 'index.json')))) {
    findings.remark('tiles', 'tiles.none')
    return
  }
  const index = await readTilesIndex(folder)
  if (!index) {
    findings.mistake('tiles/index.json', 'tiles.broken')
    return
  }
  if (!(await areTilesCurrent(folder))) findings.remark('tiles', 'tiles.old')
  if (!(await isTileset(join(folder, 'tiles', 'tileset.json')))) findings.mistake('tiles/tileset.json', 'tiles.broken')
  for (const [place, file] of Object.entries(index.interiors))
    if (!(await isThere(join(folder, 'tiles', index.build, file)))) findings.mistake(place, 'tiles.broken', file)
}

/** One that was made elsewhere. */
export async function checkTileset(folder: string, file: string, findings: Findings): Promise<void> {
  if (!(await isTileset(join(folder, file)))) findings.mistake(file, 'tileset.broken')
}

async function isTileset(file: string): Promise<boolean> {
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'))
    return isRecord(json) && isRecord(json.root)
  } catch {
    return false
  }
}
