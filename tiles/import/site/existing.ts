import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Community } from '../../cim/community.ts'
import { Tileset } from '../../cim/tilesets.ts'
import { Refused } from '../refused.ts'
import { isVacant } from './incoming.ts'

export interface Existing {
  community: Community
  tilesets: Tileset[]
  hasBuildings: boolean
}

/** The site that a folder holds already; a folder of other things is no place for one. */
export async function existingSite(folder: string): Promise<Existing | undefined> {
  const community = await read(folder, 'community.json', Community)
  if (!community) {
    if (await isVacant(folder)) return undefined
    throw new Refused('folder.foreign', {
      zh: `${folder} 不是空文件夹，也不是场地文件夹`,
      en: `${folder} is neither empty nor a site folder`,
    })
  }
  const tilesets = (await read(folder, 'tilesets.json', z.array(Tileset))) ?? []
  return { community, tilesets, hasBuildings: await hasEntries(join(folder, 'buildings.json')) }
}

async function read<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const file = join(folder, name)
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    throw new Refused('site.damaged', { zh: `${file} 已损坏：${why}`, en: `${file} is damaged: ${why}` })
  }
}

/** Without reading a list of a hundred thousand: an empty one is a short file. */
async function hasEntries(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '[]')
  return text.length > 100 || !/^\s*\[\s*\]\s*$/.test(text)
}
