import { setImmediate as breathe } from 'node:timers/promises'
import type { FoundPlace } from '#shared/contract/place.ts'
import { isBeidouPrefix } from '#shared/place/beidou.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { drawnInside, readInterior } from '#tiles/cim/interiors.ts'
import { findByCode, type LocatedObject, objectsOf } from '#tiles/cim/objects.ts'
import type { Site } from '#tiles/cim/site.ts'

/** Trees have no names that anybody would look for. */
const UNNAMED = new Set<LocatedObject['kind']>(['tree', 'door'])

interface FindWish {
  text: string
  most: number
  kinds?: readonly string[] | undefined
}

/** Everything located of a site by its name, its place, or the beginning of its Beidou code. */
export class PlaceFinder {
  private readonly site: Site
  private readonly folder: string | undefined
  private objects: Promise<LocatedObject[]> | undefined

  constructor(site: Site, folder: string | undefined) {
    this.site = site
    this.folder = folder
  }

  async find({ text, most, kinds }: FindWish): Promise<{ found: FoundPlace[]; more: boolean }> {
    this.objects ??= this.collect()
    const all = await this.objects
    const objects = kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all
    const wanted = text.trim()
    const found = isBeidouPrefix(wanted) ? findByCode(objects, wanted) : byName(objects, wanted.toLowerCase())
    return { found: found.slice(0, most), more: found.length > most }
  }

  /** Once, when somebody first looks for something, and building by building: the others are served meanwhile. */
  private async collect(): Promise<LocatedObject[]> {
    const { site, folder } = this
    const places = site.buildings.map(({ place }) => place)
    const drawn = folder === undefined ? new Set<string>() : await drawnInside(folder, places)
    const objects = [...objectsOf({ ...site, buildings: [] })]
    for (const [i, building] of site.buildings.entries()) {
      const interiors = new Map<string, Interior>()
      const interior =
        drawn.has(building.place) && folder && (await readInterior(folder, building.place).catch(() => undefined))
      if (interior) interiors.set(building.place, interior)
      const alone = {
        ...site,
        grids: [],
        facilities: [],
        gates: [],
        trees: [],
        roads: { nodes: [], edges: [], closures: [] },
      }
      // The first is the community itself, which is there already.
      for (const object of [...objectsOf({ ...alone, buildings: [building] }, interiors)].slice(1)) objects.push(object)
      if (i % 50 === 0) await breathe()
    }
    return objects
  }
}

/** What is called so first, then what has it in its name, then what has all the words somewhere. */
function byName(objects: readonly LocatedObject[], text: string): LocatedObject[] {
  const words = text.split(/\s+/)
  const whole = words.join('')
  const [first, second, others]: [LocatedObject[], LocatedObject[], LocatedObject[]] = [[], [], []]
  for (const object of objects) {
    if (UNNAMED.has(object.kind)) continue
    const name = object.name.toLowerCase()
    if (name === text || object.place === text) first.push(object)
    else if (name.includes(whole) || object.id.toLowerCase() === text) second.push(object)
    else if (words.every((word) => name.includes(word) || object.place.includes(word))) others.push(object)
  }
  return [...first, ...second, ...others]
}
