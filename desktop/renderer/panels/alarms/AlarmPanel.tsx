import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Alarm, Grade } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../i18n/language.ts'
import { describeAlarm } from '../../store/describe.ts'
import { isFlood } from '../../store/flood.ts'
import { useCenter, useCenterState, useNow, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { AlarmList } from './AlarmList.tsx'
import { Calm } from './Calm.tsx'
import { JustClosed } from './JustClosed.tsx'
import { Marked } from './Marked.tsx'
import { PlacesAside } from './PlacesAside.tsx'
import { type Folding, rowsOf } from './rows.ts'
import { SavedViews } from './SavedViews.tsx'
import { UnkeptList } from './UnkeptList.tsx'
import { matching, sorted, VIEWS, type View } from './views.ts'
import './alarms.css'

/** The alarms that are not over, the next one to act upon first; by keyboard alone if need be. */
export function AlarmPanel() {
  const { t, language } = useSpeech()
  const center = useCenter()
  const { world } = center
  const site = useSite()
  const version = useSubject('alarms')
  useSubject('asides')
  const now = useNow()
  const account = useCenterState((s) => s.user?.account)
  const [view, setView] = useState<View>('open')
  const [typed, setTyped] = useState('')
  const [mine, setMine] = useState(false)
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const filter = useDeferredValue(typed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const lists = useMemo(() => sorted(world.world.alarms.values()), [world, version])
  const alarms = useMemo(() => {
    const own = mine ? lists[view].filter(({ assignee }) => assignee?.account === account) : lists[view]
    const wordsOf = (alarm: Alarm) => {
      const device = world.get('devices', alarm.device)
      const { title } = describeAlarm(alarm, device?.kind, language)
      const who = [alarm.assignee?.name, alarm.acknowledgedBy?.name].join(' ')
      return `${placeName(site, alarm.place, t)} ${title} ${device?.name} ${alarm.device} ${who}`
    }
    return matching(own, filter, wordsOf)
  }, [lists, view, filter, mine, account, world, site, t, language])
  const [folding, setFolding] = useState<Folding>('auto')
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const wasFlood = useRef(false)
  const inFlood = isFlood(lists.open, now, wasFlood.current)
  wasFlood.current = inFlood
  const isFolded = view === 'open' && (folding === 'together' || (folding === 'auto' && inFlood))
  const rows = useMemo(() => rowsOf(alarms, isFolded, unfolded), [alarms, isFolded, unfolded])
  const hasClusters = useMemo(() => lists.open.some(({ cluster }) => cluster !== undefined), [lists])
  const fold = (cluster: string) => {
    const next = new Set(unfolded)
    if (!next.delete(cluster)) next.add(cluster)
    setUnfolded(next)
  }
  const marked = useMemo(() => alarms.filter(({ alarm }) => marks.has(alarm)), [alarms, marks])
  const mayHandle = center.may('alarms.handle')
  const isNarrowed = filter !== '' || mine

  const turnTo = (next: View) => {
    setView(next)
    setMarks(new Set())
  }
  const mark = (id: string) => {
    const next = new Set(marks)
    if (!next.delete(id)) next.add(id)
    setMarks(next)
  }

  return (
    <section className="alarms" aria-label={t.alarms.title}>
      <header>
        <h2>{t.alarms.title}</h2>
        <GradeCounts alarms={lists.open} />
        <div className="alarms-views" role="tablist">
          {VIEWS.map((one) => {
            const count = lists[one].length + (one === 'aside' ? placesAside(world.world.asides.values()) : 0)
            return (
              <button
                key={one}
                type="button"
                role="tab"
                aria-selected={view === one}
                className={count > 0 ? '' : 'none'}
                onClick={() => turnTo(one)}
              >
                {t.handling.views[one]} <strong>{count}</strong>
              </button>
            )
          })}
        </div>
      </header>
      {(lists[view].length > 0 || isNarrowed) && (
        <div className="alarms-filter">
          <input
            type="search"
            value={typed}
            placeholder={t.handling.filter}
            aria-label={t.handling.filter}
            onChange={(event) => setTyped(event.target.value)}
          />
          {mayHandle && (
            <button type="button" aria-pressed={mine} onClick={() => setMine(!mine)}>
              {t.handling.mine}
            </button>
          )}
        </div>
      )}
      <SavedViews
        key={account}
        account={account}
        now={{ view, typed, mine }}
        use={(saved) => {
          turnTo(saved.view)
          setTyped(saved.typed)
          setMine(saved.mine && mayHandle)
        }}
      />
      {view === 'open' && (hasClusters || inFlood) && (
        <div className="alarms-folding" role="status">
          {inFlood && <strong>{t.handling.cluster.flood}</strong>}
          <span>
            {isFolded ? t.handling.cluster.lines(rows.filter(({ isWithin }) => !isWithin).length, alarms.length) : ''}
          </span>
          <button type="button" aria-pressed={isFolded} onClick={() => setFolding(isFolded ? 'each' : 'together')}>
            {t.handling.cluster.together}
          </button>
        </div>
      )}
      {view === 'open' && <UnkeptList now={now} />}
      <AlarmList
        list={rows}
        fold={fold}
        marks={marks}
        mark={mayHandle ? mark : undefined}
        markAll={() => mayHandle && setMarks(new Set(alarms.slice(0, MOST_MARKED).map(({ alarm }) => alarm)))}
        unmark={() => setMarks(new Set())}
        empty={
          isNarrowed && lists[view].length > 0 ? (
            <p className="alarms-none">{t.handling.noMatch}</p>
          ) : view === 'open' ? (
            <Calm />
          ) : view === 'settled' ? (
            <p className="alarms-none">{t.handling.emptySettled}</p>
          ) : placesAside(world.world.asides.values()) === 0 ? (
            <p className="alarms-none">{t.handling.emptyAside}</p>
          ) : null
        }
      >
        {view === 'aside' && <PlacesAside now={now} />}
        {view === 'open' && <JustClosed now={now} />}
      </AlarmList>
      {marked.length > 0 ? (
        <Marked
          alarms={marked}
          all={alarms.length}
          markAll={() => setMarks(new Set(alarms.slice(0, MOST_MARKED).map(({ alarm }) => alarm)))}
          unmark={() => setMarks(new Set())}
        />
      ) : (
        <footer>
          {mayHandle ? t.alarms.keys : t.alarms.keysToLook}
          {mayHandle && (
            <a className="alarms-handover" href="#admin=hand-over">
              {t.adminPages['hand-over']}
            </a>
          )}
        </footer>
      )}
    </section>
  )
}

/** As many as are dealt with in one go. */
const MOST_MARKED = 500

/** What is out of service: shelved ones are told with their alarms. */
function placesAside(asides: Iterable<{ how: string }>): number {
  let count = 0
  for (const { how } of asides) if (how === 'out-of-service') count++
  return count
}

function GradeCounts({ alarms }: { alarms: readonly Alarm[] }) {
  const grades: Grade[] = [1, 2, 3, 4]
  return (
    <ul className="alarms-grades">
      {grades.map((grade) => {
        const count = alarms.filter((alarm) => alarm.grade === grade).length
        return (
          <li key={grade} className={count === 0 ? 'none' : ''}>
            <GradeMark grade={grade} size={14} hollow={count === 0} /> {count}
          </li>
        )
      })}
    </ul>
  )
}
