import { deviceKinds } from '#models/devices/index.ts'
import type { Metric } from '#models/kind.ts'
import type { Call } from '#shared/contract/call.ts'
import type { listLinkages } from '#shared/contract/linkages.ts'
import type { Linkage, LinkageAction, Where } from '#shared/world/linkages.ts'

type OutputOf<C> = C extends Call<infer _, infer O> ? O : never
export type KnownLinkage = OutputOf<typeof listLinkages>['linkages'][number]

export interface ActionFields {
  do: 'cameras' | 'order'
  most: number
  metres?: number | undefined
  kinds?: string[] | undefined
  command?: string | undefined
  input?: Record<string, number> | undefined
  where?: Where | undefined
  authorised?: boolean | undefined
}

/** A linkage as it is typed. */
export interface LinkageFields {
  nameZh: string
  nameEn: string
  signs: Linkage['when']['signs']
  rules: string[]
  kinds: string[]
  grades: Linkage['when']['grades']
  places: string[]
  actions: ActionFields[]
  note?: string
}

export const NEAR_METRES = 60
export const newCameras = (): ActionFields => ({ do: 'cameras', most: 6, metres: 150 })
export const newOrder = (): ActionFields => ({
  do: 'order',
  most: 60,
  kinds: ['door-access'],
  command: 'hold-open',
  where: 'escape',
})

export function newLinkage(): LinkageFields {
  return { nameZh: '', nameEn: '', signs: [], rules: [], kinds: [], grades: [], places: [], actions: [newCameras()] }
}

export function fieldsOf({ name, when, actions }: Linkage): LinkageFields {
  return { nameZh: name.zh, nameEn: name.en, ...when, actions: actions.map((action) => ({ ...action })) }
}

export function linkageOf(typed: LinkageFields, linkage: string): Linkage {
  const { nameZh, nameEn, signs, rules, kinds, grades, places, actions } = typed
  return {
    linkage,
    name: { zh: nameZh.trim(), en: nameEn.trim() },
    when: { signs: signs ?? [], rules: rules ?? [], kinds: kinds ?? [], grades: grades ?? [], places: places ?? [] },
    actions: actions.map(actionOf),
  }
}

function actionOf({
  do: form,
  most,
  metres,
  kinds = [],
  command = '',
  input = {},
  where = 'device',
  authorised,
}: ActionFields): LinkageAction {
  if (form === 'cameras') return { do: 'cameras', most, metres: metres ?? 150 }
  const wanted = Object.keys(inputsOf(kinds, command))
  const said = Object.fromEntries(Object.entries(input).filter(([name]) => wanted.includes(name)))
  const near = where === 'near' ? { metres: metres ?? NEAR_METRES } : {}
  const sure = authorised && isDangerous(kinds, command) ? { authorised } : {}
  return { do: 'order', kinds, command, input: said, where, ...near, most, ...sure }
}

/** What all of these kinds can be told. */
export function commandsOf(kinds: readonly string[]): string[] {
  const [first, ...others] = kinds.map((kind) => Object.keys(deviceKinds.get(kind)?.commands ?? {}))
  return (first ?? []).filter((name) => name !== 'report' && others.every((known) => known.includes(name)))
}

export function isDangerous(kinds: readonly string[], command: string): boolean {
  return kinds.some((kind) => deviceKinds.get(kind)?.commands[command]?.dangerous)
}

export function inputsOf(kinds: readonly string[], command: string): Readonly<Record<string, Metric>> {
  return deviceKinds.get(kinds[0] ?? '')?.commands[command]?.input ?? {}
}

/** A name of letters and digits that nothing else has. */
export function freeId(nameEn: string, taken: ReadonlySet<string>): string {
  const words = nameEn.toLowerCase().match(/[a-z0-9]+/g) ?? ['linkage']
  const plain = words.join('-').slice(0, 36)
  for (let n = 1; ; n++) {
    const id = n === 1 ? plain : `${plain}-${n}`
    if (!taken.has(id)) return id
  }
}
