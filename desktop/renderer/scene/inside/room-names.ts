import type { Inside } from '../building/rooms.ts'
import type { Sheet } from '../content/content.ts'

/** Metres from which on the names of rooms would be a cloud. */
const ROOM_REACH = 90
const EXIT_REACH = 160
/** Of all that a storey has, what people look for first. */
const LOOKED_FOR = new Set(['stairs', 'elevator', 'lobby'])

/** What rooms are called, where the stairs are and where it goes out. */
export function drawRoomNames(sheet: Sheet, { rooms, exits }: Inside): void {
  for (const { path, name, use, at } of rooms)
    sheet.marks.put(path, {
      at: { ...at, up: at.up + 0.4 },
      place: path,
      picked: { kind: 'room', id: path },
      image: undefined,
      size: 0,
      condition: 'calm',
      rank: LOOKED_FOR.has(use) ? 4 : 2,
      name,
      nameReach: ROOM_REACH,
    })
  for (const { id, room, at } of exits)
    sheet.marks.put(`exit ${room} ${id}`, {
      at: { ...at, up: at.up + 1.2 },
      place: room,
      picked: { kind: 'room', id: room },
      image: undefined,
      size: 0,
      condition: 'calm',
      rank: 6,
      name: '⇱ 出口 EXIT',
      nameReach: EXIT_REACH,
    })
}
