import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'
import { Interior } from './interior.ts'

/** The inside of a building has a file of its own, by the building's place: `interiors/jinxiu-z1-b07.json`. */
export function interiorFile(building: string): string {
  return `interiors/${building.replaceAll('/', '-')}.json`
}

/** Which of these buildings have an inside: one look at the folder, however many they are. */
export async function drawnInside(folder: string, buildings: readonly string[]): Promise<Set<string>> {
  const files = new Set(await readdir(join(folder, 'interiors')).catch(() => []))
  return new Set(files.size === 0 ? [] : buildings.filter((place) => files.has(basename(interiorFile(place)))))
}

/** The insides of all buildings that have one. */
export async function interiorsOf(
  folder: string,
  buildings: readonly { place: string }[],
): Promise<Map<string, Interior>> {
  const found = new Map<string, Interior>()
  for (const place of await drawnInside(
    folder,
    buildings.map((building) => building.place),
  )) {
    const interior = await readInterior(folder, place)
    if (interior) found.set(place, interior)
  }
  return found
}

/** Undefined: nobody has drawn the inside of this building. */
export async function readInterior(folder: string, building: string): Promise<Interior | undefined> {
  const file = join(folder, interiorFile(building))
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new AnkanError('site.damaged', { file }, `cannot read ${file}: ${(error as Error).message}`)
  }
  const parsed = Interior.safeParse(content)
  if (parsed.success) return parsed.data
  throw new AnkanError('site.damaged', { file }, `${file} is not as expected:\n${z.prettifyError(parsed.error)}`)
}
