import { placePart } from '#shared/place/path.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import { isKnownPlace } from '../../store/known-place.ts'
import { buildingAt, placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { BuildingCard } from './BuildingCard.tsx'
import { Facts } from './Facts.tsx'
import { LivingList } from './LivingList.tsx'
import { MissingCard } from './MissingCard.tsx'
import { PlaceNow } from './PlaceNow.tsx'
import { RoomCard } from './RoomCard.tsx'

/** The archive of a place: each level says what it is itself, and who lives there. */
export function PlaceCard({ place }: { place: string }) {
  const { t } = useSpeech()
  const center = useCenter()
  const site = useSite()
  if (!site) return null
  if (!isKnownPlace(site, place)) return <MissingCard kind="place" id={place} />
  const building = buildingAt(site, place)
  const living = center.may('people.see') && <LivingList key={place} place={place} />
  if (building && placePart(place, 'floor') === undefined)
    return <BuildingCard building={building}>{living}</BuildingCard>
  if (building)
    return (
      <RoomCard place={place} building={building}>
        {living}
      </RoomCard>
    )
  const inCharge = site.grids.find((grid) => grid.place === place)?.inCharge ?? []
  return (
    <div className="card">
      <h3>{placeName(site, place, t)}</h3>
      <PlaceNow place={place} />
      <Facts of={inCharge.map(({ duty, name, phone }) => [duty, [name, phone].filter(Boolean).join(' ')])} />
      {living}
    </div>
  )
}
