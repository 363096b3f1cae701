import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { type State, stateNames } from '../../store/device-state.ts'
import { useSelection } from '../../store/hooks.ts'
import { selectDevice, selectNothing } from '../../store/selection.ts'
import { screenScale } from '../../theme/type-scale.ts'
import { DeviceRow } from './DeviceRow.tsx'
import { type Column, countStates, listed, type Order, type Wanted } from './lines.ts'
import { useFound, useLines } from './use-lines.ts'
import './devices.css'

const STATES: readonly State[] = ['alarm', 'away', 'unknown', 'calm']
const COLUMNS: readonly Column[] = ['state', 'name', 'kind', 'where']
/** Pixels at a desk. */
const ROW = 30

/** Every device there is, what needs somebody first. */
export function DevicesPanel() {
  const { t, language } = useSpeech()
  const words = t.devices
  const lines = useLines()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<string>()
  const [state, setState] = useState<State>()
  const [order, setOrder] = useState<Order>({ by: 'state', down: false })
  const found = useFound(typed.trim())
  const wanted = useMemo<Wanted>(() => ({ found, kind, state }), [found, kind, state])
  const shown = useMemo(() => listed(lines, wanted, order), [lines, wanted, order])
  const counts = useMemo(() => countStates(lines, wanted), [lines, wanted])
  const kinds = useMemo(
    () => [...new Map(lines.map((line) => [line.device.kind, line.kind]))].sort(([, a], [, b]) => a.localeCompare(b)),
    [lines],
  )

  const chosen = useSelection((s) => s.device)
  const scroller = useRef<HTMLDivElement>(null)
  const rowPixels = ROW * screenScale()
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPixels,
    overscan: 8,
  })
  const at = chosen === undefined ? -1 : shown.findIndex(({ device }) => device.device === chosen)
  // Chosen elsewhere it is brought into sight; that the list moves under it is no reason.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another is chosen
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [chosen])

  // The type has grown, with the window or another screen.
  useEffect(() => {
    if (rowPixels > 0) rows.measure()
  }, [rows, rowPixels])

  const keys = (event: React.KeyboardEvent) => {
    if (shown.length === 0) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPixels) - 1)
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -at,
      End: shown.length,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      const next = Math.min(shown.length - 1, Math.max(0, at + step))
      selectDevice(shown[next]?.device.device)
      rows.scrollToIndex(next, { align: 'auto' })
    } else if (event.key === 'Enter' && at >= 0) selectDevice(chosen, true)
    else if (event.key === 'Escape') selectNothing()
    else return
    event.preventDefault()
  }

  return (
    <section className="devices" aria-label={t.panels.devices}>
      <search className="devices-bar">
        <input
          type="search"
          value={typed}
          maxLength={100}
          placeholder={words.find}
          aria-label={words.find}
          onChange={({ target }) => setTyped(target.value)}
        />
        <select
          value={kind ?? ''}
          aria-label={words.kind}
          onChange={({ target }) => setKind(target.value || undefined)}
        >
          <option value="">{words.allKinds}</option>
          {kinds.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <fieldset className="devices-states" aria-label={words.columns.state}>
          {STATES.map((one) => (
            <button
              key={one}
              type="button"
              className={`device-state is-${one}`}
              aria-pressed={state === one}
              onClick={() => setState(state === one ? undefined : one)}
            >
              <i /> {stateNames[one][language]} {counts[one]}
            </button>
          ))}
        </fieldset>
      </search>
      <div className="device-row devices-head">
        {COLUMNS.map((column) => (
          <button
            key={column}
            type="button"
            className={`device-${column}`}
            aria-label={words.sort(words.columns[column])}
            onClick={() => setOrder({ by: column, down: order.by === column && !order.down })}
          >
            {words.columns[column]} {order.by === column && (order.down ? '▾' : '▴')}
          </button>
        ))}
        <span className="device-value">{words.columns.value}</span>
      </div>
      <div className="devices-list" ref={scroller}>
        {shown.length === 0 && <p className="devices-none">{lines.length === 0 ? words.none : words.noneFound}</p>}
        <div
          className="devices-rows"
          role="listbox"
          tabIndex={0}
          aria-label={t.panels.devices}
          aria-activedescendant={at >= 0 ? `device-${chosen}` : undefined}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={keys}
        >
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = shown[index]
            return (
              line && (
                <DeviceRow key={line.device.device} line={line} top={start} height={rowPixels} chosen={index === at} />
              )
            )
          })}
        </div>
      </div>
    </section>
  )
}
