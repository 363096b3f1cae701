import { useMemo } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { metresText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { nameOfKind } from '../../store/describe.ts'
import { isHeard } from '../../store/heard.ts'
import { useCenter, useSelection, useSlowNow, useSubject } from '../../store/hooks.ts'
import { nearest, spotOfChosen } from '../../store/near.ts'
import { selectDevice } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import './helpers.css'

const NEAREST = 5

/** Who is out there: how many of each kind can be reached, and who is nearest to what is chosen. */
export function HelpersPanel() {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  const now = useSlowNow()
  const devices = useSubject('devices')
  const chosen = useSelection((s) => s)
  const { alarm, device, place } = chosen
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const helpers = useMemo(
    () => [...world.world.devices.values()].filter(({ kind }) => deviceKinds.get(kind)?.moves),
    [world, devices],
  )
  const kinds = useMemo(() => {
    const counts = new Map<string, { heard: number; all: number }>()
    for (const one of helpers) {
      const count = counts.get(one.kind) ?? { heard: 0, all: 0 }
      count.all++
      if (isHeard(world, one, now)) count.heard++
      counts.set(one.kind, count)
    }
    return [...counts].sort(([, a], [, b]) => b.all - a.all)
  }, [helpers, world, now])
  // biome-ignore lint/correctness/useExhaustiveDependencies: they walk about; now and then is soon enough
  const near = useMemo(() => {
    const spot = spotOfChosen({ alarm, device, place }, world, site)
    const others = helpers.filter((one) => one.device !== device && isHeard(world, one, now))
    return spot && nearest(spot, others, world, NEAREST)
  }, [helpers, world, site, alarm, device, place, now])
  const words = t.helpers
  return (
    <section className="helpers" aria-label={t.panels.helpers}>
      {kinds.length === 0 && <p className="dim">{words.none}</p>}
      {near && near.length > 0 && (
        <div>
          <h4>{words.nearest}</h4>
          <ol className="helpers-near">
            {near.map(({ device: one, metres }) => (
              <li key={one.device}>
                <button type="button" onClick={() => selectDevice(one.device, true)}>
                  <strong>{one.name}</strong>
                  <span className="dim">{nameOfKind(one.kind)[language]}</span>
                  <span>{words.away(metresText(metres))}</span>
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      <ul className="helpers-kinds">
        {kinds.map(([kind, { heard, all }]) => (
          <li key={kind} className={heard < all ? 'some-away' : ''} title={words.online(heard, all)}>
            <strong>
              {heard}
              <small> / {all}</small>
            </strong>
            <span>{nameOfKind(kind)[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
