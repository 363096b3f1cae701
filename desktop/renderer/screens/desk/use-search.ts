import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { codeIn, entriesInCell, entriesOf } from '../../store/search/entries.ts'
import { type Entry, type Found, find, indexed } from '../../store/search/find.ts'
import { houseIn } from '../../store/search/rooms.ts'
import { useSite } from '../../store/site.ts'
import { useRooms } from './use-rooms.ts'

/** More than this nobody reads: typing on is faster. */
const MOST = 40

/** What fits what is typed, as it is typed. The index is made when somebody begins to search, not before. */
export function useSearch(query: string, active: boolean): Found {
  const { world } = useCenter()
  const site = useSite()
  const { t, language } = useSpeech()
  const devices = useSubject('devices')
  const alarms = useSubject('alarms')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions stand for what is in the tables
  const index = useMemo(
    () => (active ? entriesOf(site, world, t, language).map(indexed) : []),
    [active, site, world, t, language, devices, alarms],
  )
  // Not put off: whoever types fast and presses Enter means what is typed.
  const typed = query.trim()
  const houses = useMemo(() => find(index, houseIn(typed) ?? typed, MOST).entries, [index, typed])
  const rooms = useRooms(active ? typed : '', houses)
  return useMemo(() => {
    const code = codeIn(typed)
    const { entries, total } =
      !site || code === undefined ? find(index, typed, MOST) : all(entriesInCell(site, world, code))
    // A home that is named by its number is meant; other rooms come after what is known by name, and are not crowded out.
    const parts = houseIn(typed) === undefined ? [entries.slice(0, MOST - rooms.length), rooms] : [rooms, entries]
    return { entries: parts.flat().slice(0, MOST), total: total + rooms.length }
  }, [index, typed, rooms, site, world])
}

function all(entries: Entry[]): Found {
  return { entries, total: entries.length }
}
