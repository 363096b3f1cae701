import { useMemo, useRef } from 'react'
import { gravestOf, type Line, linesOf } from '#models/lines.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import { elapsed } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { inOrder } from '../../store/alarm-order.ts'
import { describeAlarm } from '../../store/describe.ts'
import { isFlood } from '../../store/flood.ts'
import { useCenter, useNow, useSelection, useSlowNow, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { useFitting } from './use-fitting.ts'
import './board.css'

const GRADES: readonly Grade[] = [1, 2, 3, 4]
/** More nobody takes in at a glance. */
const MOST = 6

/** How many alarms are open of each grade, and those that come first, in type of ten metres. */
export function BoardPanel() {
  const { t } = useSpeech()
  const { world } = useCenter()
  const version = useSubject('alarms')
  useSubject('unkept')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const alarms = useMemo(() => inOrder(world.calling), [world, version])
  const now = useSlowNow()
  const wasFlood = useRef(false)
  const inFlood = isFlood(alarms, now, wasFlood.current)
  wasFlood.current = inFlood
  // In a flood what counts is how many causes there are, not how many alarms.
  const lines = useMemo(
    () => (inFlood ? linesOf(alarms) : alarms.map((head): Line => ({ head, alarms: [head] }))),
    [alarms, inFlood],
  )
  const waiting = alarms.filter(({ state }) => state !== 'acknowledged').length
  const counts = GRADES.map((grade) => alarms.filter((alarm) => alarm.grade === grade).length)
  const known = world.position() !== undefined
  const { list, fitting } = useFitting(Math.min(MOST, lines.length))
  const unseen = lines.slice(fitting).reduce((sum, line) => sum + line.alarms.length, 0)
  return (
    <section className="board" aria-label={t.panels.board}>
      <ul className={`board-grades${counts.some((count) => count > 99) ? ' many' : ''}`}>
        {GRADES.map((grade, i) => {
          const count = counts[i] ?? 0
          return (
            <li key={grade} className={`grade-${grade}${count === 0 ? ' none' : ''}`}>
              <GradeMark grade={grade} size={18} hollow={count === 0} />
              <strong>{known ? count : '–'}</strong>
              <span>
                {t.grade[grade]} <small>{t.gradeWord[grade]}</small>
              </span>
            </li>
          )
        })}
      </ul>
      {world.unkeptEvents.length > 0 && (
        <p className="board-unkept" role="alert">
          {t.strip.unkept(world.unkeptEvents.length)}
        </p>
      )}
      {alarms.length === 0 ? (
        <p className="board-calm">{known ? t.alarms.calm : t.alarms.waiting}</p>
      ) : (
        <ol className="board-newest" ref={list}>
          {lines.slice(0, MOST).map((line) => (
            <BoardRow key={line.head.alarm} line={line} />
          ))}
        </ol>
      )}
      <footer>
        {waiting > 0 && <strong>{t.board.waiting(waiting)}</strong>}
        {unseen > 0 && <span>{t.board.more(unseen)}</span>}
      </footer>
    </section>
  )
}

function BoardRow({ line }: { line: Line }) {
  const { head: alarm, alarms } = line
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  const now = useNow()
  const chosen = useSelection((s) => s.alarm === alarm.alarm)
  const state = alarms.find((one) => one.state !== 'acknowledged')?.state ?? 'acknowledged'
  const { title } = describeAlarm(alarm, world.get('devices', alarm.device)?.kind, language)
  return (
    <li>
      <button
        type="button"
        className={`board-row grade-${gravestOf(line)} ${state}`}
        aria-current={chosen}
        onClick={() => selectAlarm(alarm.alarm)}
      >
        <GradeMark grade={gravestOf(line)} hollow={state === 'acknowledged'} size={22} />
        <span className="board-where">{placeName(site, alarm.place, t)}</span>
        <time>{elapsed(alarm.raisedAt, now)}</time>
        <span className="board-what">
          {alarms.length > 1 ? t.handling.cluster.began(title) : title}{' '}
          <span className="dim">
            {alarms.length > 1 && `${t.handling.cluster.alarms(alarms.length)} · `}
            {state === 'acknowledged' ? (alarm.acknowledgedBy?.name ?? t.alarmState[state]) : t.alarmState[state]}
          </span>
        </span>
      </button>
    </li>
  )
}
