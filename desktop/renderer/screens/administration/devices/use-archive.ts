import { useMemo, useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { type Due, dueOf } from '#models/due.ts'
import { type ArchiveLine, MOST_LINES, readArchive, readCredentials } from '#shared/contract/registry.ts'
import { type DeviceEntry, entryOf } from '#shared/world/device-entry.ts'
import { dayOf } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { useCenter, useSubject } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { find, indexed } from '../../../store/search/find.ts'
import { useSite } from '../../../store/site.ts'
import { useAnswer } from '../use-answer.ts'

export type ShownState = 'in-use' | 'spare' | 'repair' | 'retired'

export interface ArchiveRow {
  id: string
  entry: DeviceEntry
  registeredAt: number
  source: string
  file: string | undefined
  changedAt: number | undefined
  changedBy: ArchiveLine['changedBy']
  retired: ArchiveLine['retired']
  kind: string
  where: string
  state: ShownState
  due: Due
}

/** Those that are in the world the screen knows already, as they change; the server says who is retired and who has a secret. */
export function useArchive() {
  const center = useCenter()
  const { world } = center
  const site = useSite()
  const { t, language } = useSpeech()
  const version = useSubject('devices')
  const retired = useAnswer(readArchive, undefined, RETIRED)
  const credentials = useAnswer(readCredentials)
  const [today] = useState(() => dayOf(center.now()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const rows = useMemo(() => {
    const gone = (retired.value?.devices ?? []).filter(({ device }) => !world.world.devices.has(device))
    return [...world.world.devices.values(), ...gone].map((known): ArchiveRow => {
      const { device: id, registeredAt, source, file, changedAt, changedBy } = known
      const entry = entryOf(known)
      const how = 'retired' in known ? known.retired : undefined
      return {
        id,
        entry,
        registeredAt,
        source,
        file,
        changedAt,
        changedBy,
        retired: how,
        kind: nameOfKind(entry.kind)[language],
        where: placeName(site, entry.place, t),
        state: how ? 'retired' : (entry.assetState ?? 'in-use'),
        due: how
          ? { reminders: [] }
          : dueOf({ ...entry, registered: dayOf(registeredAt) }, deviceKinds.get(entry.kind)?.upkeep, today),
      }
    })
  }, [world, site, t, language, version, retired.value, today])
  const withSecret = useMemo(() => new Set(credentials.value?.devices), [credentials.value])
  const again = () => {
    retired.again()
    credentials.again()
  }
  const known = {
    at: retired.at,
    problem: retired.problem ?? credentials.problem,
    asking: retired.asking || credentials.asking,
    again,
  }
  return { rows, withSecret, known, today, again }
}

const RETIRED = { state: 'retired', limit: MOST_LINES } as const

/** The rows that fit what is typed: by name, id, place, kind, keeper, or the initials of pinyin. */
export function useFoundRows(rows: readonly ArchiveRow[], typed: string): ReadonlySet<string> | undefined {
  const isTyped = typed !== ''
  const index = useMemo(
    () =>
      isTyped
        ? rows.map(({ id, entry, where, kind }) =>
            indexed({
              kind: 'device',
              id,
              name: entry.name,
              beside: where,
              known: [
                id,
                kind,
                entry.place,
                entry.keeper ?? '',
                entry.serial ?? '',
                entry.plate ?? '',
                entry.maker ?? '',
              ],
            }),
          )
        : [],
    [isTyped, rows],
  )
  return useMemo(
    () => (isTyped ? new Set(find(index, typed, Number.POSITIVE_INFINITY).entries.map(({ id }) => id)) : undefined),
    [isTyped, index, typed],
  )
}
