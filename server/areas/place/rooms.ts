import type { Building } from '#tiles/cim/buildings.ts'
import type { Room } from '#tiles/cim/interior.ts'
import { drawnInside, readInterior } from '#tiles/cim/interiors.ts'

/** What rooms are called, by building and by the room's id, which is the same on all floors. Homes are called by their number. */
export type RoomNames = Record<string, Record<string, Pick<Room, 'name' | 'use'>>>

/** Read when somebody asks for the first time, and then known. */
export function roomNamesOf(folder: string | undefined, buildings: readonly Pick<Building, 'place'>[]) {
  let names: Promise<RoomNames> | undefined
  return (): Promise<RoomNames> => {
    names ??= folder === undefined ? Promise.resolve({}) : readRoomNames(folder, buildings)
    return names
  }
}

/** A building after the other: the thread that serves everybody is never held up for long. */
export async function readRoomNames(folder: string, buildings: readonly Pick<Building, 'place'>[]): Promise<RoomNames> {
  const names: RoomNames = {}
  for (const place of await drawnInside(
    folder,
    buildings.map((building) => building.place),
  )) {
    // A damaged inside costs its names, not the whole picture: `place check` says what is wrong with it.
    const interior = await readInterior(folder, place).catch(() => undefined)
    const rooms = Object.values(interior?.plans ?? {}).flatMap((plan) => plan.rooms)
    names[place] = Object.fromEntries(
      rooms.filter(({ number }) => number === undefined).map(({ id, name, use }) => [id, { name, use }]),
    )
  }
  return names
}
