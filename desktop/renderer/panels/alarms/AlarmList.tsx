// biome-ignore-all lint/a11y/useSemanticElements: rows stand where the list is scrolled to, and a table lays out its own
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useAcknowledge } from '../../store/acknowledge.ts'
import { allowed, askToHandle, type Handling, nextFor } from '../../store/handling.ts'
import { useCenter, useSelection } from '../../store/hooks.ts'
import { selectAlarm } from '../../store/selection.ts'
import { AlarmRow } from './AlarmRow.tsx'
import { ClusterRow } from './ClusterRow.tsx'
import type { Row } from './rows.ts'

/** Pixels of a row, until it is there and can be measured. */
const ROW = 78
const KEYS: Readonly<Record<string, Handling>> = { a: 'assign', c: 'close', s: 'shelve', n: 'comment' }

const FOLDS = new Set(['ArrowLeft', 'ArrowRight'])
/** As many as are dealt with in one go. */
const MOST = 500
const idsOf = (alarms: readonly Alarm[]) => alarms.slice(0, MOST).map(({ alarm }) => alarm)

interface AlarmListProps {
  list: readonly Row[]
  fold(cluster: string): void
  marks: ReadonlySet<string>
  /** Undefined: whoever sits here may not deal with alarms. */
  mark: ((alarm: string) => void) | undefined
  markAll(): void
  unmark(): void
  empty: ReactNode
  children: ReactNode
}

/** Ten thousand rows of which a screen is drawn, with a key for everything that is done often. */
export function AlarmList({ list: entries, fold, marks, mark, markAll, unmark, empty, children }: AlarmListProps) {
  const { t } = useSpeech()
  const center = useCenter()
  const chosen = useSelection((s) => s.alarm)
  const { acknowledge } = useAcknowledge()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const at = useMemo(() => entries.findIndex(({ alarm }) => alarm.alarm === chosen), [entries, chosen])
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => entries[index]?.alarm.alarm ?? index,
    overscan: 6,
  })

  // The list is what the keys are for: it has the focus from the start.
  useEffect(() => list.current?.focus({ preventScroll: true }), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen anew it comes into sight; that others come is no reason
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [chosen])

  const acknowledgeAndGoOn = (current: Alarm) => {
    void acknowledge(current.alarm)
    // On to the next that waits: the one just taken moves down the list.
    const waits = ({ alarm }: Row, i: number) => i !== at && nextFor(alarm) === 'acknowledge'
    const next = entries.find((row, i) => i >= at && waits(row, i)) ?? entries.find(waits)
    selectAlarm((next?.alarm ?? current).alarm, false)
  }
  const act = (event: React.KeyboardEvent): boolean => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const row = entries[at]
    const current = row?.alarm
    const handling = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key]
    if (step !== 0) selectAlarm(entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.alarm.alarm, false)
    else if (event.key === 'Enter' && current) selectAlarm(current.alarm)
    else if (FOLDS.has(event.key) && row?.line?.cluster !== undefined) {
      if ((event.key === 'ArrowRight') !== row.isOpen) fold(row.line.cluster)
    } else if (event.key === ' ' && row?.line)
      askToHandle({ what: 'acknowledge', alarms: idsOf(row.line.alarms.filter((one) => allowed(one, 'acknowledge'))) })
    else if (event.key === ' ' && current && nextFor(current) === 'acknowledge') acknowledgeAndGoOn(current)
    else if (event.key === 'x' && current && mark) mark(current.alarm)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) markAll()
    else if (event.key === 'Escape') marks.size > 0 ? unmark() : selectAlarm(undefined)
    else if (handling && center.may('alarms.handle')) {
      const marked = entries.map(({ alarm }) => alarm).filter(({ alarm }) => marks.has(alarm))
      const meant = marks.size > 0 ? marked : (row?.line?.alarms ?? (current ? [current] : []))
      const able = meant.filter((alarm) => allowed(alarm, handling))
      if (able.length > 0) askToHandle({ what: handling, alarms: idsOf(able) })
    } else return false
    return true
  }

  return (
    <div className={`alarms-list${marks.size > 0 ? ' marking' : ''}`} ref={scroller}>
      {entries.length === 0 && empty}
      <div
        className="alarms-rows"
        ref={list}
        role="grid"
        tabIndex={0}
        aria-activedescendant={at >= 0 ? `alarm-${chosen}` : undefined}
        aria-label={t.alarms.title}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={(event) => {
          if (act(event)) event.preventDefault()
        }}
      >
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const row = entries[index]
          return (
            row && (
              <div
                key={key}
                role="presentation"
                data-index={index}
                ref={rows.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.line?.cluster === undefined ? (
                  <AlarmRow
                    alarm={row.alarm}
                    chosen={index === at}
                    isMarked={marks.has(row.alarm.alarm)}
                    isWithin={row.isWithin}
                    mark={mark}
                  />
                ) : (
                  <ClusterRow
                    line={row.line}
                    chosen={index === at}
                    isOpen={row.isOpen === true}
                    fold={() => fold(row.line?.cluster ?? '')}
                  />
                )}
              </div>
            )
          )
        })}
      </div>
      {children}
    </div>
  )
}
