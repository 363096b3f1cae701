// biome-ignore-all lint/a11y/useSemanticElements: rows stand where the list is scrolled to, and a table lays out its own
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list
import { memo } from 'react'
import { STALE_MS } from '#models/figures/targets.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { elapsed, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useAcknowledge } from '../../store/acknowledge.ts'
import { stateInWords } from '../../store/alarm-state.ts'
import { againstLimit, chatterHint, describeAlarm } from '../../store/describe.ts'
import { askToHandle, nextFor } from '../../store/handling.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

/** So long after the last time it is still worth a look. */
const CHATTERED_MS = 10 * 60_000

interface AlarmRowProps {
  alarm: Alarm
  chosen: boolean
  isMarked: boolean
  /** One of several of one cause, unfolded. */
  isWithin?: boolean | undefined
  mark: ((alarm: string) => void) | undefined
}

/** Where, what, who, what next, in that order, at one glance. */
export const AlarmRow = memo(function AlarmRow({ alarm, chosen, isMarked, isWithin, mark }: AlarmRowProps) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const device = center.world.get('devices', alarm.device)
  const described = describeAlarm(alarm, device?.kind, language)
  const { assignee, comments, chatters } = alarm
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys
    <div
      className={`alarm grade-${alarm.grade} ${alarm.state}${chosen ? ' chosen' : ''}${isMarked ? ' marked' : ''}${isWithin ? ' within' : ''}`}
      role="row"
      aria-selected={chosen}
      id={`alarm-${alarm.alarm}`}
      data-alarm={alarm.alarm}
      onClick={(event) => (mark && (event.ctrlKey || event.metaKey) ? mark(alarm.alarm) : selectAlarm(alarm.alarm))}
    >
      <div className="alarm-mark" role="gridcell">
        <GradeMark grade={alarm.grade} hollow={alarm.acknowledgedAt !== undefined} size={22} />
        <span>{t.grade[alarm.grade]}</span>
        {mark && (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isMarked}
            aria-label={t.handling.mark}
            title={t.handling.mark}
            onClick={(event) => event.stopPropagation()}
            onChange={() => mark(alarm.alarm)}
          />
        )}
      </div>
      <div className="alarm-text" role="gridcell">
        <div className="alarm-where">
          <strong>{placeName(site, alarm.place, t)}</strong>
          <Elapsed
            since={alarm.raisedAt}
            isThere={isThere(alarm) && alarm.aside === undefined}
            chatter={chatters && { at: chatters.at, hint: chatterHint(alarm, device?.kind, t, language) }}
          />
        </div>
        <div className="alarm-what">
          {described.title} <span>{againstLimit(alarm, described, t, language)}</span>
          {alarm.times > 1 && <span> · {t.alarms.times(alarm.times)}</span>}
        </div>
        <div className="alarm-who">
          {stateInWords(alarm, t)}
          {assignee && assignee.account !== alarm.acknowledgedBy?.id && ` · ${t.handling.assigned(assignee.name)}`}
          {comments && ` · ${t.handling.comments(comments.length)}`}
        </div>
      </div>
      {center.may('alarms.handle') && <Next alarm={alarm} />}
    </div>
  )
})

/** The one thing that it wants next. */
function Next({ alarm }: { alarm: Alarm }) {
  const { t } = useSpeech()
  const { acknowledge, busy } = useAcknowledge()
  const next = nextFor(alarm)
  if (!next) return null
  return (
    <div role="gridcell">
      <button
        type="button"
        className={`alarm-ack next-${next}`}
        disabled={busy.has(alarm.alarm)}
        title={t.handling.actions[next]}
        onClick={(event) => {
          event.stopPropagation()
          if (next === 'acknowledge') void acknowledge(alarm.alarm)
          else askToHandle({ what: next, alarms: [alarm.alarm] })
        }}
      >
        {(t.handling.short as Record<string, string>)[next] ?? t.handling.actions[next]}
      </button>
    </div>
  )
}

interface ElapsedProps {
  since: number
  isThere: boolean
  /** When it was last found to chatter, and what helps. */
  chatter: { at: number; hint: string } | undefined
}

/** Alone redrawn each second; the row is not. */
function Elapsed({ since, isThere, chatter }: ElapsedProps) {
  const { t } = useSpeech()
  const now = useNow()
  return (
    <>
      {isThere && now - since >= STALE_MS && (
        <em className="alarm-stale" title={t.handling.staleHint}>
          {t.handling.stale}
        </em>
      )}
      {chatter !== undefined && now - chatter.at < CHATTERED_MS && (
        <em className="alarm-stale" title={chatter.hint}>
          {t.handling.chatters}
        </em>
      )}
      <time title={shortTime(since, now)}>{elapsed(since, now)}</time>
    </>
  )
}
