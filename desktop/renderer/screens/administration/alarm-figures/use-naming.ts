import { useCallback } from 'react'
import type { Text } from '#shared/text.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { describeAlarm } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'

interface Named {
  device: string
  rule: string
  kind: string
  place: string
  name?: Text | undefined
}

/** What a source of alarms is called: where it is, which device, and what it says. */
export function useNaming() {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  const nameOf = useCallback(
    ({ device, rule, kind, place, name }: Named) => {
      const words = name && { name, advice: name }
      const { title } = describeAlarm({ device, rule, ...(words && { words }) } as Alarm, kind, language)
      const known = world.get('devices', device)?.name ?? device
      return `${placeName(site, place, t)} ${known} ${title}`
    },
    [t, language, world, site],
  )
  return { nameOf, t, language }
}
