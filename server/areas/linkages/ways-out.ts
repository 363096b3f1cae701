import { placePart, placeUpTo } from '#shared/place/path.ts'
import type { RoomNames } from '../place/rooms.ts'

const GROUND = 'f01'
const WAYS = new Set(['corridor', 'lobby', 'stairs', 'hall', 'ramp'])

/** Which places are on a way out of their building, by what their rooms are used for. */
export class WaysOut {
  private names: RoomNames = {}

  /** Until it has read, and where nobody has drawn the inside, every place counts: a door too many is open, not one too few. */
  async read(names: Promise<RoomNames>): Promise<void> {
    this.names = await names
  }

  readonly has = (place: string): boolean => {
    const room = placeUpTo(place, 'room')
    const rooms = this.names[placeUpTo(place, 'building') ?? '']
    if (room === undefined || rooms === undefined) return true
    const known = rooms[room.slice(room.lastIndexOf('/') + 1)]
    // Homes are not told by name. On the ground any other door may be the one that leads out.
    return known !== undefined && (WAYS.has(known.use) || placePart(place, 'floor') === GROUND)
  }
}
