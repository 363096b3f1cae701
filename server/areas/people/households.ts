import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'
import { placePart } from '#shared/place/path.ts'
import { Household } from '#tiles/cim/households.ts'
import { listEntries } from '#tiles/cim/list.ts'

type ByBuilding = ReadonlyMap<string, readonly Household[]>

/** Who lives where, as the site folder says: read once, when somebody first asks, entry by entry. */
export class Households {
  private readonly folder: string | undefined
  private known: Promise<ByBuilding | undefined> | undefined

  constructor(folder: string | undefined) {
    this.folder = folder
  }

  /** Undefined: the site has no such list. */
  async in(building: string): Promise<readonly Household[] | undefined> {
    this.known ??= this.read()
    try {
      const households = await this.known
      return households && (households.get(building) ?? [])
    } catch (error) {
      // Whoever mends the file need not restart the server.
      this.known = undefined
      throw error
    }
  }

  /** Undefined: the site has no such list. */
  async all(): Promise<readonly Household[] | undefined> {
    // Reads it, or says why it cannot be read.
    if ((await this.in('')) === undefined) return undefined
    const known = await this.known
    return [...(known?.values() ?? [])].flat()
  }

  private async read(): Promise<ByBuilding | undefined> {
    if (this.folder === undefined) return undefined
    const file = join(this.folder, 'households.json')
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) return undefined
    const byBuilding = new Map<string, Household[]>()
    for await (const { text } of listEntries(file)) {
      const household = householdOf(text, file)
      const building = buildingOf(household.home)
      const others = byBuilding.get(building)
      if (others) others.push(household)
      else byBuilding.set(building, [household])
    }
    return byBuilding
  }
}

/** What is said of a damaged entry must not say who is in it. */
function householdOf(text: string, file: string): Household {
  try {
    return Household.parse(JSON.parse(text))
  } catch (error) {
    const where = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : 'not JSON'
    throw new AnkanError('site.damaged', { file }, `${file} is not as expected: ${where.slice(0, 200)}`)
  }
}

/** The first three parts of a path: community, zone, building. */
export function buildingOf(place: string): string {
  const parts = ['community', 'zone', 'building'] as const
  return parts.map((level) => placePart(place, level) ?? '').join('/')
}
