import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSlowNow, useSubject } from '../../store/hooks.ts'
import { lens, openMap } from '../../store/lens.ts'
import { thematicMaps } from '../../store/maps/index.ts'
import { allThings } from '../../store/maps/thing.ts'
import { MapCard } from './MapCard.tsx'
import { OpenMap } from './OpenMap.tsx'
import './maps.css'

/** 一张图: the four sides of the community at a glance; one of them opened, figures, bars and the scene follow one another. */
export function MapsPanel() {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const now = useSlowNow()
  const devices = useSubject('devices')
  const alarms = useSubject('alarms')
  const open = useStore(lens, (s) => s.map)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions stand for what is in the tables
  const things = useMemo(() => allThings(world, now), [world, now, devices, alarms])
  const map = open === undefined ? undefined : thematicMaps.get(open)
  return (
    <section className="maps" aria-label={t.panels.maps}>
      {map && (
        <nav className="maps-choice" aria-label={t.panels.maps}>
          <button type="button" onClick={() => openMap(undefined)}>
            {t.maps.all}
          </button>
          {thematicMaps.all.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={id === open} onClick={() => openMap(id)}>
              {name[language]}
            </button>
          ))}
        </nav>
      )}
      {map ? (
        <OpenMap key={map.id} map={map} things={things} />
      ) : (
        <div className="maps-cards">
          {thematicMaps.all.map((one) => (
            <MapCard key={one.id} map={one} things={things} />
          ))}
        </div>
      )}
    </section>
  )
}
