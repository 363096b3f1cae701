import { useSpeech } from '../../i18n/language.ts'
import { type Condition, stateNames, stateOf } from '../../store/device-state.ts'
import type { Thing } from '../../store/maps/thing.ts'
import { placeName } from '../../store/place-name.ts'
import { selectDevice } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'

const MOST = 50
const URGENCY: readonly unknown[] = [1, 2, 3, 4, 'away', 'unknown', 'calm']
const urgency = (condition: Condition) => URGENCY.indexOf(condition)

/** What a figure or a bar is made of, one by one: pressed, the scene goes there. */
export function PickedList({ things }: { things: readonly Thing[] }) {
  const { t, language } = useSpeech()
  const site = useSite()
  const rows = [...things].sort((a, b) => urgency(a.condition) - urgency(b.condition)).slice(0, MOST)
  return (
    <section className="maps-chart">
      <h4>{t.maps.list}</h4>
      <ul className="maps-list">
        {rows.map(({ device, condition }) => (
          <li key={device.device}>
            <button type="button" onClick={() => selectDevice(device.device, true)}>
              <span className="maps-key">{device.name}</span>
              <span className="maps-key dim">{placeName(site, device.place, t)}</span>
              <span className={`maps-state is-${stateOf(condition)}`}>{stateNames[stateOf(condition)][language]}</span>
            </button>
          </li>
        ))}
      </ul>
      {things.length > MOST && <p className="dim">{t.maps.listMore(things.length - MOST)}</p>}
    </section>
  )
}
