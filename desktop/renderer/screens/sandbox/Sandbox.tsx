import { useEffect, useMemo, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { panels } from '../../panels/index.ts'
import type { Panel } from '../../panels/panel.ts'
import { AcknowledgeContext } from '../../store/acknowledge.ts'
import { CenterContext } from '../../store/hooks.ts'
import { selectAlarm, selectNothing, selectPlace } from '../../store/selection.ts'
import { PlaceContext } from '../../store/site.ts'
import { chooseTrack, forgetTracks } from '../../store/tracks.ts'
import { forgetTrends, trace } from '../../store/trends.ts'
import { changeAppearance } from '../../theme/appearance.ts'
import { PanelFrame } from '../dock/PanelFrame.tsx'
import { fixtureOf, fixtureSite, STATES, type StateName } from './fixtures.ts'
import { sandboxCenter } from './sandbox-center.ts'
import './sandbox.css'

const SIZES = [
  [260, 400],
  [420, 640],
  [960, 640],
] as const
const ACKNOWLEDGING = { acknowledge: async () => {}, busy: new Set<string>() }
const THROWS: Panel['Show'] = () => {
  throw new Error('the sandbox asked for it')
}

/** Any panel in any state, without a server: for whoever builds one, and for the tests that look at all of them. */
export function Sandbox() {
  const { t, toggle } = useSpeech()
  const [at, setAt] = useState(readHash)
  const [size, setSize] = useState<readonly [number, number]>(SIZES[1])
  const [isBig, setBig] = useState(false)
  useEffect(() => {
    const read = () => setAt(readHash())
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  const { panel, state } = at
  return (
    <div className="sandbox">
      <nav>
        {panels.map((one) => (
          <section key={one.id}>
            <h4>{one.title(t)}</h4>
            {STATES.map((name) => (
              <a
                key={name}
                href={`#${one.id}/${name}`}
                aria-current={one === panel && name === state ? 'page' : undefined}
              >
                {name}
              </a>
            ))}
          </section>
        ))}
      </nav>
      <header>
        {SIZES.map((one) => (
          <button key={one[0]} type="button" aria-pressed={one === size} onClick={() => setSize(one)}>
            {one.join(' × ')}
          </button>
        ))}
        <button type="button" aria-pressed={isBig} onClick={() => setBig(!isBig)}>
          ×2
        </button>
        <button type="button" onClick={changeAppearance}>
          ◐
        </button>
        <button type="button" onClick={toggle}>
          {t.top.language}
        </button>
      </header>
      <main>
        <div className="sandbox-frame" style={{ width: size[0], height: size[1], zoom: isBig ? 2 : 1 }}>
          <Shown key={`${panel.id} ${state}`} panel={panel} state={state} />
        </div>
      </main>
    </div>
  )
}

function Shown({ panel, state }: { panel: Panel; state: StateName }) {
  const { center, place } = useMemo(() => {
    const fixture = fixtureOf(state, Date.now())
    const site = fixtureSite(state)
    const tiles = { building: false, own: null, others: [] }
    return {
      center: sandboxCenter(fixture),
      place: { place: state === 'waiting' ? undefined : { site, tiles }, failed: false },
    }
  }, [state])
  // A card shows what is chosen: an alarm where there is one, else a house.
  useEffect(() => {
    const [first] = center.world.world.alarms.ids()
    if (first !== undefined) selectAlarm(first, false)
    else if (place.place) selectPlace(place.place.site.buildings[0]?.place)
    // And curves where something is in alarm; else nobody has picked any.
    for (const { device, metric } of [...center.world.world.alarms.values()].slice(0, 3)) trace(device, metric)
    // And tracks of some, whoever they are.
    for (const { device } of [...center.world.world.alarms.values()].slice(0, 3)) chooseTrack(device)
    return () => {
      selectNothing()
      forgetTracks()
      forgetTrends()
    }
  }, [center, place])
  const shown = state === 'throws' ? { ...panel, Show: THROWS } : panel
  return (
    <CenterContext.Provider value={center}>
      <PlaceContext.Provider value={place}>
        <AcknowledgeContext.Provider value={ACKNOWLEDGING}>
          <PanelFrame panel={shown} />
        </AcknowledgeContext.Provider>
      </PlaceContext.Provider>
    </CenterContext.Provider>
  )
}

/** `#maps/alarms`; what is not known is the first one. */
function readHash(): { panel: Panel; state: StateName } {
  const [id, state] = location.hash.slice(1).split('/')
  const panel = panels.find((one) => one.id === id) ?? (panels[0] as Panel)
  return { panel, state: STATES.find((name) => name === state) ?? 'alarms' }
}
