import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSubject } from '../hooks.ts'
import { useSite } from '../site.ts'
import { devicesIn } from './entries.ts'
import { type Entry, find, indexed } from './find.ts'

/** The devices that fit what is typed, best first; undefined: nothing is typed. */
export function useDevicesFound(typed: string, most: number): readonly Entry[] | undefined {
  const { world } = useCenter()
  const site = useSite()
  const { t, language } = useSpeech()
  const devices = useSubject('devices')
  const isTyped = typed !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const index = useMemo(
    () => (isTyped ? devicesIn(site, world, t, language).map(indexed) : []),
    [isTyped, site, world, t, language, devices],
  )
  return useMemo(() => (isTyped ? find(index, typed, most).entries : undefined), [isTyped, index, typed, most])
}
