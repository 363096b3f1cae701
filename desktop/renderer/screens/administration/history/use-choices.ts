import { useEffect, useMemo, useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { healthFindings } from '#models/health.ts'
import { listHandlers } from '#shared/contract/alarms.ts'
import { findPlaces } from '#shared/contract/place.ts'
import { listRules } from '#shared/contract/rules.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import { useAnswer } from '../use-answer.ts'
import { useLater } from '../use-later.ts'

export interface Choice {
  value: string
  label: string
}

const MOST_DEVICES = 50
const BELOW_BUILDINGS = ['floor', 'room']

/** Every rule by its name: those of the kinds, those that the site made itself, and what health finds. */
export function useRuleChoices(): Choice[] {
  const { language } = useSpeech()
  const { value } = useAnswer(listRules)
  return useMemo(() => {
    const names = new Map<string, Set<string>>()
    const add = (rule: string, name: string) => names.set(rule, (names.get(rule) ?? new Set()).add(name))
    for (const [rule, { name }] of Object.entries(healthFindings)) add(rule, name[language])
    for (const { rule, name } of value?.rules ?? []) add(rule, name[language])
    return [...names]
      .map(([rule, called]) => ({ value: rule, label: `${[...called].join(' / ')} (${rule})` }))
      .sort((one, two) => one.label.localeCompare(two.label, 'zh'))
  }, [value, language])
}

export function useKindChoices(): Choice[] {
  const { language } = useSpeech()
  return useMemo(
    () =>
      deviceKinds.all
        .map(({ kind, name }) => ({ value: kind, label: name[language] }))
        .sort((one, two) => one.label.localeCompare(two.label, 'zh')),
    [language],
  )
}

/** Devices whose name or id holds what is typed; those that are chosen stay. */
export function useDeviceChoices(typed: string, chosen: readonly string[]): Choice[] {
  const { world } = useCenter()
  return useMemo(() => {
    const wanted = typed.trim().toLowerCase()
    const found = new Map<string, Choice>()
    const add = (device: string, name: string) =>
      found.set(device, { value: device, label: name === device ? device : `${name} (${device})` })
    for (const device of chosen) add(device, world.get('devices', device)?.name ?? device)
    for (const { device, name } of world.world.devices.values()) {
      if (found.size >= MOST_DEVICES) break
      if (`${name} ${device}`.toLowerCase().includes(wanted)) add(device, name)
    }
    // One that is long gone is still found by its whole id.
    if (/^[a-z0-9][\w.-]*$/i.test(typed.trim()) && !found.has(typed.trim())) add(typed.trim(), typed.trim())
    return [...found.values()]
  }, [typed, chosen, world])
}

/** Grids and buildings; of what is typed floors and rooms besides. */
export function usePlaceChoices(typed: string, chosen: string): Choice[] {
  const { t } = useSpeech()
  const { ask } = useCenter()
  const site = useSite()
  const [found, setFound] = useState<Choice[]>([])
  const text = useLater(typed.trim())
  useEffect(() => {
    if (text === '') return setFound([])
    let wanted = true
    ask(findPlaces, { text, most: 50, kinds: BELOW_BUILDINGS }).then(
      (answer) => {
        if (wanted) setFound(answer.found.map(({ place }) => ({ value: place, label: placeName(site, place, t) })))
      },
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [ask, text, site, t])
  return useMemo(() => {
    const all = [...(site?.grids ?? []), ...(site?.buildings ?? [])].map(({ place, name }) => ({
      value: place,
      label: name,
    }))
    const choices = new Map([...all, ...found].map((choice) => [choice.value, choice]))
    if (chosen && !choices.has(chosen)) choices.set(chosen, { value: chosen, label: placeName(site, chosen, t) })
    return [...choices.values()]
  }, [site, found, chosen, t])
}

export function usePeopleChoices(): Choice[] {
  const { value } = useAnswer(listHandlers)
  return useMemo(
    () => (value?.people ?? []).map(({ account, name }) => ({ value: account, label: `${name} (${account})` })),
    [value],
  )
}
