import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { type Command, useOfferedCommands } from '../../store/commands.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { alarmsIn, codeIn, devicesIn, entriesInCell, placesOf } from '../../store/search/entries.ts'
import { type Entry, type Found, find, type Indexed, indexed } from '../../store/search/find.ts'
import { houseIn } from '../../store/search/rooms.ts'
import { useSite } from '../../store/site.ts'
import { useRooms } from './use-rooms.ts'

/** More than this nobody reads: typing on is faster. */
const MOST = 40
const NONE: Entry[] = []
/** Only what can be done is meant; from a Chinese keyboard it comes in other forms. */
export const COMMANDS_ALONE = '>'

/** What fits what is typed, as it is typed. */
export function useSearch(query: string, active: boolean): Found {
  const { world } = useCenter()
  const site = useSite()
  const index = useIndex(active)
  const commands = useCommandIndex(active)
  // Not put off: whoever types fast and presses Enter means what is typed.
  const typed = active ? query.trim() : ''
  const wanted = /^[>＞》]/.test(typed) ? typed.slice(1).trim() : undefined
  const known = useMemo(() => {
    if (wanted === '') return { entries: commands.map(({ entry }) => entry), more: false }
    if (wanted !== undefined) return find(commands, wanted, MOST)
    const code = codeIn(typed)
    if (!site || code === undefined) return find([...index, ...commands], typed, MOST)
    const entries = entriesInCell(site, world, code)
    return { entries, more: entries.length > MOST }
  }, [index, commands, wanted, typed, site, world])
  const house = houseIn(typed)
  const houses = useMemo(() => (house === undefined ? NONE : find(index, house, MOST).entries), [index, house])
  const rooms = useRooms(wanted === undefined ? typed : '', houses)
  // A home that is named by its number is meant; other rooms come after what is known by name, and are not crowded out.
  const entries =
    house === undefined
      ? [...known.entries.slice(0, MOST - rooms.entries.length), ...rooms.entries]
      : [...rooms.entries, ...known.entries].slice(0, MOST)
  const more = known.more || rooms.more || entries.length < known.entries.length + rooms.entries.length
  return { entries, more }
}

/** Made when somebody begins to search, not before; an alarm that comes meanwhile costs the alarms alone. */
function useIndex(active: boolean): Indexed[] {
  const { world } = useCenter()
  const site = useSite()
  const { t, language } = useSpeech()
  const deviceVersion = useSubject('devices')
  const alarmVersion = useSubject('alarms')
  const places = useMemo(() => (active ? placesOf(site).map(indexed) : []), [active, site])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const devices = useMemo(
    () => (active ? devicesIn(site, world, t, language).map(indexed) : []),
    [active, site, world, t, language, deviceVersion],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const alarms = useMemo(
    () => (active ? alarmsIn(site, world, t, language).map(indexed) : []),
    [active, site, world, t, language, alarmVersion],
  )
  return useMemo(() => [...alarms, ...places, ...devices], [alarms, places, devices])
}

function useCommandIndex(active: boolean): Indexed[] {
  const lists = useOfferedCommands()
  return useMemo(() => (active ? lists.flat().map(entryOf).map(indexed) : []), [active, lists])
}

function entryOf({ id, name, key }: Command): Entry {
  return { kind: 'command', id, name, beside: key ?? '', known: [] }
}
