// biome-ignore-all lint/a11y/useSemanticElements: rows stand where the list is scrolled to, and a table lays out its own
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list
import { gravestOf, type Line } from '#models/lines.ts'
import type { Sign } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../i18n/language.ts'
import { describeAlarm } from '../../store/describe.ts'
import { allowed, askToHandle } from '../../store/handling.ts'
import { useCenter } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

interface ClusterRowProps {
  line: Line
  chosen: boolean
  isOpen: boolean
  fold(): void
}

/** Several alarms of one cause: where it likely began and why one thinks so, what is among them, and all taken at once. */
export function ClusterRow({ line, chosen, isOpen, fold }: ClusterRowProps) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const { head, alarms, root } = line
  const words = t.handling.cluster
  const { title } = describeAlarm(head, center.world.get('devices', head.device)?.kind, language)
  const waiting = alarms.filter((alarm) => allowed(alarm, 'acknowledge'))
  const grade = gravestOf(line)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys
    <div
      className={`alarm cluster grade-${grade} ${waiting.length > 0 ? 'unacknowledged' : 'acknowledged'}${chosen ? ' chosen' : ''}`}
      role="row"
      aria-selected={chosen}
      aria-expanded={isOpen}
      id={`alarm-${head.alarm}`}
      data-cluster={head.alarm}
      onClick={() => selectAlarm(head.alarm)}
    >
      <div className="alarm-mark" role="gridcell">
        <GradeMark grade={grade} hollow={waiting.length === 0} size={22} />
        <span>{t.grade[grade]}</span>
      </div>
      <div className="alarm-text" role="gridcell">
        <div className="alarm-where">
          <strong>{placeName(site, head.place, t)}</strong>
          <button
            type="button"
            className="cluster-fold"
            aria-expanded={isOpen}
            onClick={(event) => {
              event.stopPropagation()
              fold()
            }}
          >
            {words.alarms(alarms.length)} {isOpen ? '▴' : '▾'}
          </button>
        </div>
        <div className="alarm-what">{words.began(title)}</div>
        <ul className="cluster-signs">
          {signsIn(line).map(([sign, count]) => (
            <li key={sign} className={sign === 'distress' ? 'urgent' : ''}>
              {words.signs[sign]} {count}
            </li>
          ))}
        </ul>
        <div className="alarm-who">
          {waiting.length > 0 && `${words.waiting(waiting.length)} · `}
          {root && (root.isInferred ? words.inferred(root.explains, root.of) : words.first(root.explains, root.of))}
        </div>
      </div>
      {waiting.length > 0 && center.may('alarms.handle') && (
        <div role="gridcell">
          <button
            type="button"
            className="alarm-ack"
            onClick={(event) => {
              event.stopPropagation()
              askToHandle({ what: 'acknowledge', alarms: waiting.slice(0, 500).map(({ alarm }) => alarm) })
            }}
          >
            {words.acknowledge}
          </button>
        </div>
      )}
    </div>
  )
}

/** People who call for help before all else, then by how many. */
function signsIn({ alarms }: Line): [Sign, number][] {
  const counts = new Map<Sign, number>()
  for (const { sign } of alarms) if (sign) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const isUrgent = (sign: Sign) => (sign === 'distress' ? 1 : 0)
  return [...counts].sort(([a, m], [b, n]) => isUrgent(b) - isUrgent(a) || n - m)
}
