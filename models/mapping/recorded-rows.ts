import type { RecordingPlan, RowFault } from '#shared/contract/recordings.ts'
import { MINUTE } from '#shared/time.ts'
import type { FieldMapping } from '#shared/world/connectors.ts'
import type { DeviceKind } from '../kind.ts'
import { deviceIdOf, type Translate, translator } from './mapping.ts'
import { recordedTime } from './recorded-time.ts'

/** Before that nobody recorded anything; who reads seconds as milliseconds comes to 1970. */
const EARLIEST = Date.UTC(2000, 0, 1)
const AHEAD = 5 * MINUTE

export interface RowHearer {
  problem(problem: RowFault, where: string, said: string): void
  reading(device: string, metric: string, at: number, value: number): void
}

interface Deps {
  kindOf(device: string): DeviceKind | undefined
  isRetired(device: string): boolean
  now: number
}

/** What the columns are called: by their heads, else by their numbers. */
export function columnNames(first: readonly string[], heads: boolean): string[] {
  const taken = new Set<string>()
  return first.map((cell, i) => {
    const head = cell.trim().slice(0, 200)
    const name = heads && head !== '' && !taken.has(head) ? head : `#${i + 1}`
    taken.add(name)
    return name
  })
}

/** A plan made ready for the rows of a file. Throws the name of a column that is not there. */
export class RecordedRows {
  private readonly plan: RecordingPlan
  private readonly deps: Deps
  private readonly time: number
  private readonly device: number | undefined
  private readonly fixed: string | undefined
  private readonly long: { metric: number; value: number } | undefined
  private readonly wide: { index: number; field: FieldMapping }[]
  private readonly said: ReadonlyMap<string, FieldMapping>
  private readonly translators = new Map<DeviceKind, Map<FieldMapping, Translate | undefined>>()
  private readonly words = new Map<DeviceKind, Map<string, string>>()
  private readonly plain = new Map<string, FieldMapping>()

  constructor(plan: RecordingPlan, columns: readonly string[], deps: Deps) {
    const index = (column: string) => {
      const found = columns.indexOf(column)
      if (found < 0) throw new NoColumn(column)
      return found
    }
    this.plan = plan
    this.deps = deps
    this.time = index(plan.time.column)
    if ('fixed' in plan.device) this.fixed = plan.device.fixed
    else this.device = index(plan.device.column)
    this.long = plan.long && { metric: index(plan.long.metric), value: index(plan.long.value) }
    this.wide = plan.long ? [] : plan.fields.map((field) => ({ index: index(field.path), field }))
    this.said = new Map(plan.fields.map((field) => [field.path.trim().toLowerCase(), field]))
  }

  read(cells: readonly string[], hear: RowHearer): void {
    const at = this.timeOf(cells[this.time] ?? '', hear)
    const device = this.deviceOf(cells, hear)
    const kind = device === undefined ? undefined : this.kindOf(device, hear)
    if (at === undefined || device === undefined || !kind) return
    if (this.long) this.readLong(this.long, cells, kind, device, at, hear)
    else this.readWide(cells, kind, device, at, hear)
  }

  private timeOf(said: string, hear: RowHearer): number | undefined {
    const { column, form } = this.plan.time
    const at = recordedTime(said, form)
    if (at === undefined) hear.problem('bad-time', column, said)
    else if (at < EARLIEST) hear.problem('too-early', column, said)
    else if (at > this.deps.now + AHEAD) hear.problem('future', column, said)
    else return at
    return undefined
  }

  private deviceOf(cells: readonly string[], hear: RowHearer): string | undefined {
    if (this.device === undefined) return this.fixed
    const said = cells[this.device] ?? ''
    const { column } = this.plan.device as { column: string }
    if (said.trim() === '') hear.problem('no-device', column, said)
    else {
      const id = deviceIdOf(this.plan.prefix, said)
      if (id === undefined) hear.problem('bad-device', column, said)
      return id
    }
    return undefined
  }

  private kindOf(device: string, hear: RowHearer): DeviceKind | undefined {
    const kind = this.deps.kindOf(device)
    if (!kind) hear.problem(this.deps.isRetired(device) ? 'device-retired' : 'device-unknown', '', device)
    return kind
  }

  private readLong(
    long: { metric: number; value: number },
    cells: readonly string[],
    kind: DeviceKind,
    device: string,
    at: number,
    hear: RowHearer,
  ): void {
    const word = (cells[long.metric] ?? '').trim()
    const field = this.said.get(word.toLowerCase()) ?? this.plainly(word, kind)
    if (field) this.value(field, cells[long.value], kind, device, at, hear, true)
    else hear.problem('metric-unknown', this.plan.long?.metric ?? '', word)
  }

  private readWide(cells: readonly string[], kind: DeviceKind, device: string, at: number, hear: RowHearer): void {
    let some = false
    for (const { index, field } of this.wide) {
      const said = cells[index]
      if (said === undefined || said.trim() === '') continue
      some = true
      this.value(field, said, kind, device, at, hear, false)
    }
    if (!some) hear.problem('no-value', '', '')
  }

  private value(
    field: FieldMapping,
    said: string | undefined,
    kind: DeviceKind,
    device: string,
    at: number,
    hear: RowHearer,
    must: boolean,
  ): void {
    const translate = this.translatorOf(field, kind)
    if (!translate) {
      hear.problem('metric-unknown', field.metric, `${device} (${kind.kind})`)
      return
    }
    // An empty cell is no number, though Number('') is one.
    const value = said === undefined || said.trim() === '' ? (must ? 'not-a-number' : undefined) : translate(said)
    if (typeof value === 'number') hear.reading(device, field.metric, at, value)
    else if (value !== undefined) hear.problem(value as RowFault, field.metric, said ?? '')
  }

  private translatorOf(field: FieldMapping, kind: DeviceKind): Translate | undefined {
    let known = this.translators.get(kind)
    if (!known) {
      known = new Map()
      this.translators.set(kind, known)
    }
    if (!known.has(field)) known.set(field, madeFor(field, kind))
    return known.get(field)
  }

  /** A metric that the file calls by our own name of it, in any language. */
  private plainly(word: string, kind: DeviceKind): FieldMapping | undefined {
    let words = this.words.get(kind)
    if (!words) {
      words = namesOf(kind)
      this.words.set(kind, words)
    }
    const metric = words.get(word.toLowerCase())
    if (metric === undefined) return undefined
    const key = `${kind.kind} ${metric}`
    const field = this.plain.get(key) ?? { metric, path: word }
    this.plain.set(key, field)
    return field
  }
}

export class NoColumn extends Error {}

function madeFor(field: FieldMapping, kind: DeviceKind): Translate | undefined {
  try {
    return translator(field, kind)
  } catch {
    return undefined
  }
}

/** The metrics of a kind by all that they are called. */
export function namesOf({ metrics }: DeviceKind): Map<string, string> {
  const names = new Map<string, string>()
  for (const [metric, { name }] of Object.entries(metrics))
    for (const word of [metric, name.zh, name.en]) names.set(word.toLowerCase(), metric)
  return names
}
