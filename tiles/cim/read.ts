import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { type Site, siteFiles } from './site.ts'

/** Reads a site folder; what is wrong is said with the file and the field. */
export async function readSite(folder: string): Promise<{ site: Site; devices: DeviceEntry[] }> {
  const [community, grounds, buildings, devices] = await Promise.all([
    readPart(folder, 'community.json'),
    readPart(folder, 'grounds.json'),
    readPart(folder, 'buildings.json'),
    readPart(folder, 'devices.json'),
  ])
  return { site: { community, grounds, buildings }, devices }
}

type Files = typeof siteFiles

async function readPart<N extends keyof Files>(folder: string, name: N): Promise<z.infer<Files[N]>> {
  const file = join(folder, name)
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new AnkanError('site.damaged', { file }, `cannot read ${file}: ${(error as Error).message}`)
  }
  const parsed = siteFiles[name].safeParse(content)
  if (!parsed.success)
    throw new AnkanError('site.damaged', { file }, `${file} is not as expected:\n${z.prettifyError(parsed.error)}`)
  return parsed.data as z.infer<Files[N]>
}
