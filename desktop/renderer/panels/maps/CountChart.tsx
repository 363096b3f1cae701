import { useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { stateNames } from '../../store/device-state.ts'
import { pick } from '../../store/lens.ts'
import { type DimensionId, dimensions } from '../../store/maps/dimensions.ts'
import { type Counts, total } from '../../store/maps/tally.ts'
import { useKeyName } from './use-key-name.ts'

const FEW = 6
const PARTS = ['alarm', 'away', 'unknown', 'calm'] as const

interface CountChartProps {
  dimension: DimensionId
  counts: ReadonlyMap<string, Counts>
  picked: readonly string[]
}

/** A bar for each key, in the parts that are well and that are not; pressed, the map shows those alone. */
export function CountChart({ dimension, counts, picked }: CountChartProps) {
  const { t, language } = useSpeech()
  const [all, setAll] = useState(false)
  const { name, names } = dimensions[dimension]
  const keyName = useKeyName(names)
  const rows = ordered(counts, picked, dimension)
  const most = Math.max(1, ...[...counts.values()].map(total))
  const shown = all ? rows : rows.slice(0, FEW)
  return (
    <section className="maps-chart">
      <h4>{name[language]}</h4>
      {rows.length === 0 && <p className="dim">{t.maps.nothing}</p>}
      <ul>
        {shown.map((key) => {
          const count = counts.get(key)
          return (
            <li key={key}>
              <button type="button" aria-pressed={picked.includes(key)} onClick={() => pick(dimension, key)}>
                <span className="maps-key">{keyName(key)}</span>
                <span className="maps-bar">
                  {count &&
                    PARTS.map(
                      (part) =>
                        count[part] > 0 && (
                          <i
                            key={part}
                            className={`is-${part}`}
                            style={{ width: `${(count[part] / most) * 100}%` }}
                            title={`${stateNames[part][language]} ${count[part]}`}
                          />
                        ),
                    )}
                </span>
                <span className="maps-count">{count ? total(count).toLocaleString('en-US') : 0}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {rows.length > FEW && (
        <button type="button" className="maps-more" onClick={() => setAll(!all)}>
          {all ? t.maps.fewer : t.maps.more(rows.length - FEW)}
        </button>
      )}
    </section>
  )
}

/** What is in alarm first, then the most; what is picked stays in sight though there is none of it left. */
function ordered(counts: ReadonlyMap<string, Counts>, picked: readonly string[], dimension: DimensionId): string[] {
  const { order } = dimensions[dimension] as { order?: readonly string[] }
  const keys = [...new Set([...counts.keys(), ...picked])]
  if (order) return keys.sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const alarms = (key: string) => counts.get(key)?.alarm ?? 0
  const all = (key: string) => {
    const count = counts.get(key)
    return count ? total(count) : 0
  }
  const isPicked = (key: string) => Number(picked.includes(key))
  return keys.sort((a, b) => isPicked(b) - isPicked(a) || alarms(b) - alarms(a) || all(b) - all(a) || (a < b ? -1 : 1))
}
