import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { type TrackArea, TrackSort } from '#shared/contract/tracks.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSelection } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { drawTrackArea, startTrackArea, tracks } from '../../store/tracks.ts'
import type { SearchWish } from './use-search.ts'

interface SearchBarProps {
  searching: boolean
  whole: boolean
  setWhole(whole: boolean): void
  search(wish: SearchWish): void
}

/** For whom one looks, and where. */
export function SearchBar({ searching, whole, setWhole, search }: SearchBarProps) {
  const { t } = useSpeech()
  const words = t.tracks
  const center = useCenter()
  const site = useSite()
  const place = useSelection((s) => s.place)
  const drawn = useStore(tracks, (s) => s.area)
  const [text, setText] = useState('')
  const [sorts, setSorts] = useState<readonly TrackSort[]>([])
  const [where, setWhere] = useState<'anywhere' | 'place' | 'drawn'>('anywhere')
  const isPlace = where === 'place' && place !== undefined
  const isDrawn = where === 'drawn' && drawn !== undefined
  const area = (): TrackArea | undefined => {
    if (isPlace) return { place }
    return isDrawn ? { ring: drawn.map(([lon, lat]): [number, number] => [lon, lat]) } : undefined
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!searching) search({ text, sorts, area: area(), whole })
  }
  const toggle = (sort: TrackSort) =>
    setSorts(sorts.includes(sort) ? sorts.filter((one) => one !== sort) : [...sorts, sort])
  const look = (value: string) => {
    if (value !== 'draw') return setWhere(value as typeof where)
    drawTrackArea(undefined)
    startTrackArea(true)
    setWhere('drawn')
  }
  return (
    <search>
      <form className="tracks-search" onSubmit={submit}>
        <input
          type="search"
          value={text}
          maxLength={100}
          placeholder={words.find}
          aria-label={words.find}
          onChange={({ target }) => setText(target.value)}
        />
        <fieldset aria-label={words.sortsOf}>
          {TrackSort.options.map((sort) => (
            <button key={sort} type="button" aria-pressed={sorts.includes(sort)} onClick={() => toggle(sort)}>
              {words.sorts[sort]}
            </button>
          ))}
        </fieldset>
        <select
          aria-label={words.where}
          value={isPlace ? 'place' : where === 'drawn' ? 'drawn' : 'anywhere'}
          onChange={({ target }) => look(target.value)}
        >
          <option value="anywhere">{words.anywhere}</option>
          {place !== undefined && <option value="place">{words.chosenPlace(placeName(site, place, t))}</option>}
          {(drawn || where === 'drawn') && <option value="drawn">{words.drawn}</option>}
          <option value="draw">{words.draw}</option>
        </select>
        {center.may('people.unmask') && (
          <label title={words.wholeHint}>
            <input type="checkbox" checked={whole} onChange={({ target }) => setWhole(target.checked)} />
            {words.whole}
          </label>
        )}
        <button type="submit" className="tracks-go" aria-disabled={searching} title={words.onRecord}>
          {searching ? words.searching : words.search}
        </button>
      </form>
    </search>
  )
}
