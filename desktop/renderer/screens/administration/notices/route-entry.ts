import type { RoleName } from '#shared/contract/roles.ts'
import type { Grade, Sign } from '#shared/world/alarm-record.ts'
import type { Route } from '#shared/world/notice-routes.ts'

export interface StepFields {
  after: number
  roles: RoleName[]
  accounts: string[]
  onDuty: boolean
  channels: string[]
}

/** A route as the form holds it. */
export interface RouteFields {
  name: string
  enabled: boolean
  grades: Grade[]
  signs: Sign[]
  kinds: string[]
  rules: string[]
  places: string[]
  days: number[]
  from: string
  to: string
  steps: StepFields[]
  repeatEvery: number | null
  repeatMost: number
  allClear: boolean
}

export function newStep(after: number): StepFields {
  return { after, roles: [], accounts: [], onDuty: true, channels: [] }
}

export function newRoute(): RouteFields {
  return {
    name: '',
    enabled: true,
    grades: [1, 2],
    signs: [],
    kinds: [],
    rules: [],
    places: [],
    days: [],
    from: '',
    to: '',
    steps: [newStep(0)],
    repeatEvery: 10,
    repeatMost: 6,
    allClear: false,
  }
}

export function fieldsOf({ name, enabled, when, steps, repeat, allClear }: Route): RouteFields {
  const { grades, signs, kinds, rules, places, hours } = when
  return {
    name,
    enabled,
    grades,
    signs,
    kinds,
    rules,
    places,
    days: hours?.days ?? [],
    from: hours?.from ?? '',
    to: hours?.to ?? '',
    steps,
    repeatEvery: repeat?.every ?? null,
    repeatMost: repeat?.most ?? 6,
    allClear,
  }
}

export function routeOf(fields: RouteFields, route: string): Route {
  const { name, enabled, grades, signs, kinds, rules, places, days, from, to, steps, repeatEvery, repeatMost } = fields
  const hours = days.length > 0 && from && to ? { hours: { days: [...days].sort(), from, to } } : {}
  return {
    route,
    name: name.trim(),
    enabled,
    when: { grades, signs, kinds, rules, places, ...hours },
    steps: steps.map(({ after, roles = [], accounts = [], onDuty = false, channels = [] }) => ({
      after,
      roles,
      accounts,
      onDuty,
      channels,
    })),
    ...(repeatEvery ? { repeat: { every: repeatEvery, most: repeatMost } } : {}),
    allClear: fields.allClear,
  }
}
