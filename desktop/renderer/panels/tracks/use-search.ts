import { useState } from 'react'
import { type FoundMover, searchTracks, type TrackArea, type TrackSort } from '#shared/contract/tracks.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'
import type { TrackRange } from '../../store/tracks.ts'

export interface SearchWish {
  text: string
  sorts: readonly TrackSort[]
  area: TrackArea | undefined
  whole: boolean
}

export interface Searched {
  found: readonly FoundMover[]
  more: boolean
  missing: readonly string[]
  range: TrackRange
}

/** Asked when somebody says so and not while they type: who looks for whom goes on record. */
export function useSearch() {
  const { ask } = useCenter()
  const [searched, setSearched] = useState<Searched>()
  const [searching, setSearching] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const search = async ({ text, sorts, area, whole }: SearchWish, range: TrackRange) => {
    setSearching(true)
    setProblem(undefined)
    try {
      const { found, more, missing } = await ask(searchTracks, {
        text: text.trim(),
        ...range,
        ...(sorts.length > 0 && { sorts: [...sorts] }),
        ...(area && { area }),
        whole,
        most: 50,
      })
      setSearched({ found: found ?? [], more: more ?? false, missing: missing ?? [], range })
    } catch (error) {
      setProblem(error instanceof AskError ? error.code : 'internal')
    } finally {
      setSearching(false)
    }
  }
  return { searched, searching, problem, search, close: () => setSearched(undefined) }
}
