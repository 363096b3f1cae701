import { placePart } from '#shared/place/path.ts'
import type { Texts } from '../../i18n/zh.ts'
import { roomName } from '../../store/room-name.ts'
import type { Inside, InsideRoom } from '../building/rooms.ts'
import type { Sheet } from '../content/content.ts'
import type { Mark } from '../content/marks.ts'

/** Metres from which on the names of rooms would be a cloud. */
const ROOM_REACH = 90
const EXIT_REACH = 160
/** Of all that a storey has, what people look for first. */
const LOOKED_FOR = new Set(['stairs', 'elevator', 'lobby'])

/** What rooms are called, where the stairs are and where it goes out. */
export function drawRoomNames(sheet: Sheet, { rooms, exits }: Inside, t: Texts): void {
  for (const room of rooms)
    sheet.marks.put(room.path, {
      ...nameOf(room.path),
      at: { ...room.at, up: room.at.up + 0.4 },
      rank: LOOKED_FOR.has(room.use) ? 4 : 2,
      name: said(room, t),
      nameReach: ROOM_REACH,
    })
  for (const { id, room, at } of exits)
    sheet.marks.put(`exit ${room} ${id}`, {
      ...nameOf(room),
      at: { ...at, up: at.up + 1.2 },
      rank: 6,
      name: `⇱ ${t.place.exit}`,
      nameReach: EXIT_REACH,
    })
}

function nameOf(room: string): Pick<Mark, 'place' | 'picked' | 'image' | 'size' | 'condition'> {
  return { place: room, picked: { kind: 'room', id: room }, image: undefined, size: 0, condition: 'calm' }
}

function said({ path, name, use }: InsideRoom, t: Texts): string {
  return roomName({ id: placePart(path, 'room') ?? '', name, use }, t)
}
