import { useEffect, useRef } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import type { Entry } from '../../store/search/find.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

interface Wish {
  id: string
  entry: Entry
  chosen: boolean
  choose(): void
}

export function SearchRow({ id, entry, chosen, choose }: Wish) {
  const row = useRef<HTMLDivElement>(null)
  const { t } = useSpeech()
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
    <div
      ref={row}
      id={id}
      className={`search-row${chosen ? ' chosen' : ''}`}
      role="option"
      aria-selected={chosen}
      // Before the field loses the focus, and the list with it.
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      <Mark entry={entry} />
      <strong>{entry.name}</strong>
      <span className="dim">{entry.beside}</span>
      <small>{t.search.kinds[entry.kind]}</small>
    </div>
  )
}

function Mark({ entry: { kind, id } }: { entry: Entry }) {
  const { world } = useCenter()
  const alarm = kind === 'alarm' ? world.get('alarms', id) : undefined
  if (alarm) return <GradeMark grade={alarm.grade} size={16} hollow={alarm.state === 'acknowledged'} />
  const device = kind === 'device' ? world.get('devices', id) : undefined
  const glyph = device ? (deviceKinds.get(device.kind)?.glyph ?? '?') : SIGNS[kind]
  return (
    <i className="search-mark" aria-hidden>
      {glyph}
    </i>
  )
}

const SIGNS: Record<Entry['kind'], string> = {
  alarm: '!',
  building: '楼',
  room: '房',
  device: '?',
  grid: '格',
  command: '›',
  people: '人',
  person: '人',
}
