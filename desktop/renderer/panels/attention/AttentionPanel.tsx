import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSlowNow, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectPlace } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { placesOfConcern } from './places.ts'
import './attention.css'

const MOST = 5

/** Where somebody should look, and why. */
export function AttentionPanel() {
  const { t } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  const now = useSlowNow()
  const alarms = useSubject('alarms')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const places = useMemo(() => placesOfConcern(world, now, MOST), [world, now, alarms])
  return (
    <section className="attention" aria-label={t.panels.attention}>
      {places.length === 0 && <p>{t.attention.none}</p>}
      <ol>
        {places.map(({ place, gravest, alarms: count, unheard }) => (
          <li key={place}>
            <button type="button" onClick={() => selectPlace(place, 'visit')}>
              <span className="attention-mark">{gravest && <GradeMark grade={gravest} size={18} />}</span>
              <strong>{placeName(site, place, t)}</strong>
              <span className="dim">
                {[count > 0 && t.attention.alarms(count), unheard > 0 && t.attention.unheard(unheard)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
