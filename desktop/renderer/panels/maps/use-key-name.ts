import { useSpeech } from '../../i18n/language.ts'
import { nameOfKind } from '../../store/describe.ts'
import { stateNames } from '../../store/device-state.ts'
import { useCenter } from '../../store/hooks.ts'
import type { KeyNames } from '../../store/maps/dimensions.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'

/** What a key of a dimension is called. */
export function useKeyName(names: KeyNames): (key: string) => string {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  switch (names) {
    case 'kind':
      return (key) => nameOfKind(key)[language]
    case 'place':
      return (key) => placeName(site, key, t)
    case 'device':
      return (key) => world.get('devices', key)?.name ?? key
    case 'condition':
      return (key) => {
        if (key === 'calm' || key === 'away' || key === 'unknown') return stateNames[key][language]
        const grade = Number(key) as 1 | 2 | 3 | 4
        return `${t.grade[grade]} ${t.gradeWord[grade]}`
      }
  }
}
