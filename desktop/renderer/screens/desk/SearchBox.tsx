import { useEffect, useMemo, useRef, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { leaveAdmin } from '../../store/admin-link.ts'
import { runCommand } from '../../store/commands.ts'
import type { Entry } from '../../store/search/find.ts'
import { selectAlarm, selectDevice, selectPlace } from '../../store/selection.ts'
import { SearchRow } from './SearchRow.tsx'
import { homeOf, usePeople } from './use-people.ts'
import { COMMANDS_ALONE, useSearch } from './use-search.ts'
import './search.css'

const GOES: Record<Exclude<Entry['kind'], 'people'>, (id: string) => void> = {
  alarm: (id) => selectAlarm(id),
  device: (id) => selectDevice(id, true),
  building: (id) => selectPlace(id, 'visit'),
  room: (id) => selectPlace(id, 'visit'),
  grid: (id) => selectPlace(id, 'visit'),
  person: (id) => selectPlace(homeOf(id), 'visit'),
  command: runCommand,
}

/** Anything by its name, address, code or the initials of its pinyin; what one chooses is where the camera goes. */
export function SearchBox() {
  const { t } = useSpeech()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const { entries: found, more } = useSearch(query, open)
  const people = usePeople(query.trim())
  const entries = useMemo(() => [...found, ...people.entries], [found, people.entries])
  const count = entries.filter(({ kind }) => kind !== 'people').length
  const words = t.search
  const shows = open && query.trim() !== ''

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const held = (event.ctrlKey || event.metaKey) && !event.altKey
      const wanted = held && !event.shiftKey && event.key.toLowerCase() === 'k'
      const commands = held && event.shiftKey && event.key.toLowerCase() === 'p'
      const slash = event.key === '/' && !(event.target instanceof HTMLInputElement)
      if (!wanted && !slash && !commands) return
      event.preventDefault()
      if (commands) {
        setQuery(COMMANDS_ALONE)
        setAt(0)
        setOpen(true)
      }
      input.current?.focus()
      if (!commands) input.current?.select()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [])

  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    if (entry.kind === 'people') return people.look()
    setOpen(false)
    input.current?.blur()
    if (entry.kind === 'command') setQuery('')
    else leaveAdmin()
    GOES[entry.kind](entry.id)
  }
  const keys = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(entries.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') choose(entries[at])
    else if (event.key === 'Escape') {
      if (query === '') input.current?.blur()
      setQuery('')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className="search">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-expanded={shows}
        aria-controls="search-found"
        aria-activedescendant={shows && entries[at] ? `found-${at}` : undefined}
        aria-label={words.title}
        placeholder={words.placeholder}
        value={query}
        maxLength={100}
        onChange={({ target }) => {
          setQuery(target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
      />
      {shows && (
        <div className="search-drawer">
          <div id="search-found" role="listbox" aria-label={words.title}>
            {entries.map((entry, i) => (
              <SearchRow
                key={`${entry.kind} ${entry.id}`}
                id={`found-${i}`}
                entry={entry}
                chosen={i === at}
                choose={() => choose(entry)}
              />
            ))}
          </div>
          <p className="search-count" role="status">
            {people.nobody ?? (count === 0 ? words.nothing : (more || people.more ? words.more : words.all)(count))}
          </p>
        </div>
      )}
    </search>
  )
}
