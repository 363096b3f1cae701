// biome-ignore-all lint/a11y/useSemanticElements: rows stand where the list is scrolled to, and a table lays out its own
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { Alarm, Grade } from '#shared/world/alarms.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useAcknowledge } from '../../store/acknowledge.ts'
import { inOrder } from '../../store/alarm-order.ts'
import { useCenter, useNow, useSelection, useSubject } from '../../store/hooks.ts'
import { selectAlarm } from '../../store/selection.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { AlarmRow } from './AlarmRow.tsx'
import { Calm } from './Calm.tsx'
import { JustClosed } from './JustClosed.tsx'
import { UnkeptList } from './UnkeptList.tsx'
import './alarms.css'

/** Pixels of a row, until it is there and can be measured. */
const ROW = 78

/** The open alarms, the next one to act upon first; by keyboard alone if need be. */
export function AlarmPanel() {
  const { t } = useSpeech()
  const { world } = useCenter()
  const version = useSubject('alarms')
  const now = useNow()
  const chosen = useSelection((s) => s.alarm)
  const { acknowledge } = useAcknowledge()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const alarms = useMemo(() => inOrder(world.world.alarms.values()), [world, version])

  const at = useMemo(() => alarms.findIndex(({ alarm }) => alarm === chosen), [alarms, chosen])
  const rows = useVirtualizer({
    count: alarms.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => alarms[index]?.alarm ?? index,
    overscan: 6,
  })

  // The list is what the keys are for: it has the focus from the start.
  useEffect(() => list.current?.focus({ preventScroll: true }), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen anew it comes into sight; that others come is no reason
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [chosen])

  const onKey = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const current = alarms[at]
    if (step !== 0) selectAlarm(alarms[Math.min(alarms.length - 1, Math.max(0, at + step))]?.alarm, false)
    else if (event.key === 'Enter' && current) selectAlarm(current.alarm)
    else if (event.key === ' ' && current && current.state !== 'acknowledged') {
      void acknowledge(current.alarm)
      // On to the next that waits: the one just taken moves down the list.
      const next = alarms.find((alarm, i) => i !== at && i >= at && alarm.state !== 'acknowledged')
      selectAlarm(
        (next ?? alarms.find((alarm, i) => i !== at && alarm.state !== 'acknowledged') ?? current).alarm,
        false,
      )
    } else if (event.key === 'Escape') selectAlarm(undefined)
    else return
    event.preventDefault()
  }

  return (
    <section className="alarms" aria-label={t.alarms.title}>
      <header>
        <h2>{t.alarms.title}</h2>
        <GradeCounts alarms={alarms} />
        <span className="alarms-count">{t.alarms.open(alarms.length)}</span>
      </header>
      <UnkeptList now={now} />
      <div className="alarms-list" ref={scroller}>
        {alarms.length === 0 && <Calm />}
        <div
          className="alarms-rows"
          ref={list}
          role="grid"
          tabIndex={0}
          aria-activedescendant={at >= 0 ? `alarm-${chosen}` : undefined}
          aria-label={t.alarms.title}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={onKey}
        >
          {rows.getVirtualItems().map(({ key, index, start }) => {
            const alarm = alarms[index]
            return (
              alarm && (
                <div
                  key={key}
                  role="presentation"
                  data-index={index}
                  ref={rows.measureElement}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <AlarmRow alarm={alarm} chosen={index === at} />
                </div>
              )
            )
          })}
        </div>
        <JustClosed now={now} />
      </div>
      <footer>{t.alarms.keys}</footer>
    </section>
  )
}

function GradeCounts({ alarms }: { alarms: Alarm[] }) {
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
