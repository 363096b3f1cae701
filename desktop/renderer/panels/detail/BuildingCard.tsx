import type { Building } from '#tiles/cim/buildings.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useSelection } from '../../store/hooks.ts'
import { selectPlace } from '../../store/selection.ts'
import { Facts, squareMetres } from './Facts.tsx'
import { PlaceNow } from './PlaceNow.tsx'

/** The archive of a building, and the way into it for who is not in it yet. */
export function BuildingCard({ building, children }: { building: Building; children: React.ReactNode }) {
  const { t } = useSpeech()
  const isInside = useSelection((s) => s.inside === building.place)
  const { place, name, floors, basements, use, builtYear, structure, area, address } = building
  return (
    <div className="card">
      <h3>{name}</h3>
      <PlaceNow place={place} />
      <Facts
        of={[
          [t.place.address, address && [address.street, address.door].filter(Boolean).join(' ')],
          [t.place.use, t.place.uses[use]],
          [t.place.floors, t.place.floorsOf(floors, basements)],
          [t.place.built, builtYear],
          [t.place.structure, structure && t.place.structures[structure]],
          [t.place.area, area === undefined ? undefined : squareMetres(area)],
        ]}
      />
      {!isInside && (
        <div className="card-actions">
          <button type="button" onClick={() => selectPlace(place, 'visit')}>
            {t.place.goTo}
          </button>
          <button type="button" onClick={() => selectPlace(place, 'enter')}>
            {t.place.open}
          </button>
        </div>
      )}
      {children}
    </div>
  )
}
