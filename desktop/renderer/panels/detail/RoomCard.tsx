import { placePart, placeUpTo } from '#shared/place/path.ts'
import { area } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Room } from '#tiles/cim/interior.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { Texts } from '../../i18n/zh.ts'
import { useInside } from '../../store/inside.ts'
import { placeName, storeyName } from '../../store/place-name.ts'
import { roomAt, roomsOn } from '../../store/rooms.ts'
import { selectPlace } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { Facts, squareMetres } from './Facts.tsx'
import { MissingCard } from './MissingCard.tsx'

interface RoomCardWish {
  place: string
  building: Building
  /** Who lives here: asked for homes and whole storeys, nobody lives in an elevator. */
  children: React.ReactNode
}

/** A room or a storey: its own figures, and the way up to what it belongs to. */
export function RoomCard({ place, building, children }: RoomCardWish) {
  const { t } = useSpeech()
  const site = useSite()
  const inside = useInside(building.place)
  const drawn = inside && inside !== 'failed' ? inside : undefined
  const isRoom = placePart(place, 'room') !== undefined
  const room = drawn && roomAt(drawn, place)
  if (drawn && isRoom && !room) return <MissingCard kind="place" id={place} />
  const storey = placeUpTo(place, 'floor') as string
  return (
    <div className="card">
      <h3>{placeName(site, place, t)}</h3>
      <Facts
        of={[
          ...(room ? factsOfRoom(room, t) : drawn && !isRoom ? factsOfStorey(roomsOn(drawn, place), t) : []),
          [t.place.storey, isRoom ? <Up key="storey" place={storey} name={storeyName(storey, t)} /> : undefined],
          [t.place.building, <Up key="building" place={building.place} name={building.name} />],
        ]}
      />
      {inside === null && <p className="dim">{t.place.notDrawn}</p>}
      {inside === 'failed' && <p className="dim">{t.place.planFailed}</p>}
      <div className="card-actions">
        <button type="button" onClick={() => selectPlace(place, 'visit')}>
          {t.place.goTo}
        </button>
      </div>
      {(room === undefined || room.use === 'home') && children}
    </div>
  )
}

/** To the larger place that this one is a part of. */
function Up({ place, name }: { place: string; name: string }) {
  return (
    <button type="button" className="card-link" onClick={() => selectPlace(place)}>
      {name}
    </button>
  )
}

function factsOfRoom({ use, outline, unit }: Room, t: Texts) {
  return [
    [t.place.use, t.place.roomUses[use]],
    [t.place.size, squareMetres(area(outline))],
    [t.place.unit, unit],
  ] as const
}

/** How many rooms of which use, the most first: what a storey is made of. */
function factsOfStorey(rooms: readonly Room[], t: Texts) {
  if (rooms.length === 0) return []
  const counts = new Map<Room['use'], number>()
  for (const { use } of rooms) counts.set(use, (counts.get(use) ?? 0) + 1)
  const made = [...counts].sort((a, b) => b[1] - a[1]).map(([use, count]) => `${t.place.roomUses[use]} ${count}`)
  const size = rooms.reduce((sum, { outline }) => sum + area(outline), 0)
  return [
    [t.place.rooms, made.join(' · ')],
    [t.place.size, squareMetres(size)],
  ] as const
}
