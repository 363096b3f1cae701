import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import { isKnownPlace } from '../../store/known-place.ts'
import { buildingAt, placeName } from '../../store/place-name.ts'
import { selectPlace } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { LivingList } from './LivingList.tsx'
import { MissingCard } from './MissingCard.tsx'

/** The archive of a building, or of a room in one: what it is, how to get in, and who lives there. */
export function PlaceCard({ place }: { place: string }) {
  const { t } = useSpeech()
  const site = useSite()
  const center = useCenter()
  if (site && !isKnownPlace(site, place)) return <MissingCard kind="place" id={place} />
  const building = site && buildingAt(site, place)
  const { floors, basements, use, builtYear, structure, area, address } = building ?? {}
  return (
    <div className="card">
      <h3>{placeName(site, place, t)}</h3>
      <dl>
        {address && (
          <>
            <dt>{t.place.address}</dt>
            <dd>{[address.street, address.door].filter(Boolean).join(' ')}</dd>
          </>
        )}
        {use && (
          <>
            <dt>{t.place.use}</dt>
            <dd>{t.place.uses[use]}</dd>
          </>
        )}
        {floors !== undefined && (
          <>
            <dt>{t.place.floors}</dt>
            <dd>{t.place.floorsOf(floors, basements ?? 0)}</dd>
          </>
        )}
        {builtYear !== undefined && (
          <>
            <dt>{t.place.built}</dt>
            <dd>{builtYear}</dd>
          </>
        )}
        {structure && (
          <>
            <dt>{t.place.structure}</dt>
            <dd>{t.place.structures[structure]}</dd>
          </>
        )}
        {area !== undefined && (
          <>
            <dt>{t.place.area}</dt>
            <dd>{Math.round(area).toLocaleString('en-US')} m²</dd>
          </>
        )}
      </dl>
      {building && (
        <div className="card-actions">
          <button type="button" onClick={() => selectPlace(place, 'enter')}>
            {t.place.open}
          </button>
        </div>
      )}
      {center.may('people.see') && <LivingList key={place} place={place} />}
    </div>
  )
}
