import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Building } from '../cim/buildings.ts'
import { listEntries } from '../cim/list.ts'
import type { Plan } from './plan.ts'

/** What the tree needs to know of a building before it is read: where it is, and how much of it there is. */
export interface Outline {
  east: number
  north: number
  /** Cubic metres, roughly: the largest are seen from farthest. */
  size: number
  storeys: number
}

export interface Problem {
  object: string
  reason: string
}

export interface BuildingSource {
  outlines: Outline[]
  /** Of the same buildings, in the same order. */
  places: string[]
  /** Undefined when it is not as expected; that is in `problems` then. */
  load(index: number): Building | undefined
  close(): void
}

export function sourceOf(buildings: readonly Building[], plan: Plan): BuildingSource {
  return {
    outlines: buildings.map((building) => outlineOf(building, plan)),
    places: buildings.map(({ place }) => place),
    load: (index) => buildings[index],
    close: () => {},
  }
}

/**
 * The buildings of a file: only where each lies in it is kept, and each is read again when its tile is made. So a
 * hundred thousand take a few megabytes, however much is known of them.
 */
export async function openBuildings(
  folder: string,
  plan: Plan,
  problems: Problem[],
  progress: (done: number) => void,
): Promise<BuildingSource> {
  const file = join(folder, 'buildings.json')
  const outlines: Outline[] = []
  const offsets: number[] = []
  const lengths: number[] = []
  const order: string[] = []
  const places = new Set<string>()
  let read = 0
  for await (const { text, offset, length } of listEntries(file)) {
    if (++read % 5000 === 0) progress(read)
    const raw = JSON.parse(text) as Building
    const name = String(raw.place ?? `entry ${read}`)
    if (places.has(name)) {
      problems.push({ object: name, reason: 'a building of this place came before' })
      continue
    }
    const outline = outlineOf(raw, plan)
    if (!Number.isFinite(outline.east + outline.north + outline.size)) {
      problems.push({ object: name, reason: 'no usable footprint' })
      continue
    }
    places.add(name)
    order.push(name)
    outlines.push(outline)
    offsets.push(offset)
    lengths.push(length)
  }
  const handle = openSync(file, 'r')
  return {
    outlines,
    places: order,
    load: (index) => parsed(textAt(handle, offsets[index] as number, lengths[index] as number), problems),
    close: () => closeSync(handle),
  }
}

/** A building is some hundred bytes: waiting for them takes longer than reading them. */
function textAt(handle: number, offset: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length)
  readSync(handle, bytes, 0, length, offset)
  return bytes.toString('utf8')
}

function parsed(text: string, problems: Problem[]): Building | undefined {
  const raw = JSON.parse(text)
  const result = Building.safeParse(raw)
  if (result.success) return result.data
  problems.push({ object: String(raw?.place), reason: z.prettifyError(result.error) })
  return undefined
}

/** Made from what is not yet checked: whatever is wrong with it ends as NaN. */
function outlineOf(building: Building, plan: Plan): Outline {
  const { footprint, position, floors, floorHeight } = building
  const first = footprint?.[0]
  const at = position ? ([position.lon, position.lat] as const) : first
  if (!at || !first) return { east: Number.NaN, north: Number.NaN, size: Number.NaN, storeys: 0 }
  const { point } = plan.near(at)
  const [east, north] = point(at)
  let twice = 0
  let [px, py] = point(footprint.at(-1) as [number, number])
  for (const corner of footprint) {
    const [x, y] = point(corner)
    twice += px * y - x * py
    px = x
    py = y
  }
  return { east, north, size: (Math.abs(twice) / 2) * floors * floorHeight, storeys: floors }
}
