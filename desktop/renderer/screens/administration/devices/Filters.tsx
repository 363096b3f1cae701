import { Select } from 'antd'
import { useMemo } from 'react'
import { REMINDERS, type Reminder } from '#models/due.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import type { ArchiveRow, ShownState } from './use-archive.ts'

export interface Filter {
  kind?: string
  state?: ShownState
  group?: string
  due?: Reminder
}

const STATES: ShownState[] = ['in-use', 'spare', 'repair', 'retired']

export function fits({ entry, state, due }: ArchiveRow, filter: Filter): boolean {
  if (filter.kind !== undefined && entry.kind !== filter.kind) return false
  // The retired ones are shown when somebody asks for them.
  if (filter.state === undefined ? state === 'retired' : state !== filter.state) return false
  if (filter.group !== undefined && !entry.groups?.includes(filter.group)) return false
  return filter.due === undefined || due.reminders.includes(filter.due)
}

/** What is picked out of the archive, with how many there are of each. */
export function Filters({ rows, filter, set }: { rows: ArchiveRow[]; filter: Filter; set(filter: Filter): void }) {
  const d = useAdminTexts().devices
  const { kinds, groups, states, due } = useMemo(() => countAll(rows), [rows])
  const pick =
    <K extends keyof Filter>(field: K) =>
    (value: Filter[K]) => {
      const { [field]: _, ...others } = filter
      set(value === undefined ? others : { ...others, [field]: value })
    }
  const counted = (name: string, n: number) => `${name} (${n})`
  const common = { size: 'small', allowClear: true, popupMatchSelectWidth: false } as const
  return (
    <>
      <Select
        {...common}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={d.kind}
        placeholder={d.kind}
        value={filter.kind ?? null}
        onChange={(kind) => pick('kind')(kind ?? undefined)}
        options={[...kinds].map(([value, { name, n }]) => ({ value, label: counted(name, n) }))}
      />
      <Select
        {...common}
        aria-label={d.state}
        placeholder={d.state}
        value={filter.state ?? null}
        onChange={(state) => pick('state')(state ?? undefined)}
        options={STATES.map((value) => ({ value, label: counted(d.states[value], states.get(value) ?? 0) }))}
      />
      <Select
        {...common}
        aria-label={d.due}
        placeholder={d.due}
        value={filter.due ?? null}
        onChange={(one) => pick('due')(one ?? undefined)}
        options={REMINDERS.map((value) => ({ value, label: counted(d.reminders[value], due.get(value) ?? 0) }))}
      />
      <Select
        {...common}
        showSearch
        aria-label={d.group}
        placeholder={d.group}
        value={filter.group ?? null}
        onChange={(group) => pick('group')(group ?? undefined)}
        options={[...groups].map(([value, n]) => ({ value, label: counted(value, n) }))}
      />
    </>
  )
}

function countAll(rows: ArchiveRow[]) {
  const kinds = new Map<string, { name: string; n: number }>()
  const groups = new Map<string, number>()
  const states = new Map<ShownState, number>()
  const due = new Map<Reminder, number>()
  const more = <K,>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const row of rows) {
    more(states, row.state)
    if (row.state === 'retired') continue
    const kind = kinds.get(row.entry.kind) ?? { name: row.kind, n: 0 }
    kind.n++
    kinds.set(row.entry.kind, kind)
    for (const group of row.entry.groups ?? []) more(groups, group)
    for (const reminder of row.due.reminders) more(due, reminder)
  }
  return {
    kinds: new Map([...kinds].sort(([, a], [, b]) => a.name.localeCompare(b.name, 'zh'))),
    groups: new Map([...groups].sort(([a], [b]) => a.localeCompare(b, 'zh', { numeric: true }))),
    states,
    due,
  }
}
