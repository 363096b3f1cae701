import { useDeferredValue, useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { codeIn, entriesInCell, entriesOf } from '../../store/search/entries.ts'
import { type Found, find, indexed } from '../../store/search/find.ts'
import { useSite } from '../../store/site.ts'

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
  const typed = useDeferredValue(query.trim())
  return useMemo(() => {
    const code = codeIn(typed)
    if (!site || code === undefined) return find(index, typed, MOST)
    const entries = entriesInCell(site, world, code)
    return { entries: entries.slice(0, MOST), total: entries.length }
  }, [index, typed, site, world])
}
