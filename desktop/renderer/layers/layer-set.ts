import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Registry } from '#shared/registry.ts'
import type { Stage } from '../scene/stage.ts'
import { admits, type Lens, lens } from '../store/lens.ts'
import { thematicMaps } from '../store/maps/index.ts'
import { spotOf } from '../store/maps/thing.ts'
import type { KnownSite } from '../store/site.ts'
import type { WorldStore } from '../store/world-store.ts'
import type { Layer, LegendRow, ShownLayer } from './layer.ts'

export interface LayerState {
  on: boolean
  hidden: ReadonlySet<string>
  count: number
  legend: readonly LegendRow[]
}

export type LayerStates = Readonly<Record<string, LayerState>>

export interface LayerSetWish {
  registry: Registry<Layer>
  stage: Stage
  site: KnownSite
  world: WorldStore
  now(): number
}

const KEPT = 'ankan.layers'
const COUNT_EVERY_MS = 500
/** Who walks into an area that somebody has drawn, or out of it, is seen to do so. */
const SORT_EVERY_MS = 2000

/** The layers of one scene: which are on, what of them is hidden, and how many things they show. */
export class LayerSet {
  readonly state: StoreApi<LayerStates>
  private readonly wish: LayerSetWish
  private readonly shown = new Map<string, ShownLayer & { lift(): void }>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly stale = new Set<string>()
  /** What was on before a thematic map was opened. */
  private before: ReadonlySet<string> | undefined
  private readonly stops: (() => void)[] = []

  constructor(wish: LayerSetWish) {
    this.wish = wish
    const kept = readKept()
    const start = ({ id, startsOn, startsHidden = [] }: Layer): LayerState => ({
      on: kept[id]?.on ?? startsOn,
      hidden: new Set(kept[id]?.hidden ?? startsHidden),
      count: 0,
      legend: [],
    })
    this.state = createStore<LayerStates>(() =>
      Object.fromEntries(wish.registry.all.map((layer) => [layer.id, start(layer)])),
    )
    for (const layer of wish.registry.all) if (this.state.getState()[layer.id]?.on) this.show(layer)
    this.stops.push(lens.subscribe((is, was) => this.look(is, was)))
    const sorting = setInterval(() => lens.getState().area && this.filterAgain(), SORT_EVERY_MS)
    this.stops.push(() => clearInterval(sorting))
    this.wear(lens.getState().map)
  }

  /** Through a thematic map one sees its layers alone; put away, it leaves all as it was. */
  private wear(id: string | undefined): void {
    const { all } = this.wish.registry
    const map = id === undefined ? undefined : thematicMaps.get(id)
    const isOn = (layer: Layer) => this.state.getState()[layer.id]?.on === true
    if (map) this.before ??= new Set(all.filter(isOn).map((layer) => layer.id))
    const wanted = map ? new Set(map.layers) : this.before
    if (wanted) for (const layer of all) this.switch(layer.id, wanted.has(layer.id))
    if (!map) this.before = undefined
  }

  private look(is: Lens, was: Lens): void {
    if (is.map !== was.map) this.wear(is.map)
    this.filterAgain()
  }

  private filterAgain(): void {
    for (const shown of this.shown.values()) shown.filtered()
  }

  switch(id: string, on: boolean): void {
    const layer = this.wish.registry.get(id)
    if (!layer || this.state.getState()[id]?.on === on) return
    this.change(id, { on })
    if (on) this.show(layer)
    else this.hide(id)
    this.keep()
  }

  /** Hides or shows what a row of the legend stands for. */
  filter(id: string, key: string, hide: boolean): void {
    const before = this.state.getState()[id]
    if (!before) return
    const hidden = new Set(before.hidden)
    if (hide) hidden.add(key)
    else hidden.delete(key)
    this.change(id, { hidden })
    this.shown.get(id)?.filtered()
    this.keep()
  }

  /** Everything as it is for somebody who has never touched it. */
  reset(): void {
    for (const layer of this.wish.registry.all) {
      this.change(layer.id, { hidden: new Set(layer.startsHidden) })
      this.shown.get(layer.id)?.filtered()
      this.switch(layer.id, layer.startsOn)
    }
    this.keep()
  }

  private show(layer: Layer): void {
    const { stage, site, world, now, registry } = this.wish
    // Layers lie in the order of their list, whatever the order in which they were switched on.
    const below = registry.all.slice(0, registry.all.indexOf(layer)).filter(({ id }) => this.shown.has(id)).length
    const sheet = stage.content.lay(layer.id, below)
    const shown = layer.show({
      sheet,
      site,
      world,
      local: (position) => stage.local(position),
      now,
      admits: (device, condition) => admits(lens.getState(), device, condition, () => spotOf(device, world)),
      isHidden: (key) => this.state.getState()[layer.id]?.hidden.has(key) ?? false,
      counted: () => this.count(layer.id),
    })
    this.shown.set(layer.id, { ...shown, lift: () => stage.content.lift(sheet) })
    this.count(layer.id)
  }

  private hide(id: string): void {
    const shown = this.shown.get(id)
    this.shown.delete(id)
    shown?.stop()
    shown?.lift()
    this.change(id, { count: 0, legend: [] })
  }

  /** Numbers change with every reading; people read them twice a second at the most. */
  private count(id: string): void {
    this.stale.add(id)
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      for (const one of this.stale) {
        const shown = this.shown.get(one)
        if (shown) this.change(one, { count: shown.count(), legend: shown.legend() })
      }
      this.stale.clear()
    }, COUNT_EVERY_MS)
  }

  private change(id: string, change: Partial<LayerState>): void {
    const before = this.state.getState()[id]
    if (before) this.state.setState({ [id]: { ...before, ...change } })
  }

  private keep(): void {
    // What a map brings along is not what somebody chose.
    if (this.before) return
    const kept = Object.entries(this.state.getState()).map(([id, { on, hidden }]) => [id, { on, hidden: [...hidden] }])
    try {
      localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(kept)))
    } catch {
      // Without storage a choice lasts as long as the page.
    }
  }

  close(): void {
    clearTimeout(this.timer)
    for (const stop of this.stops) stop()
    for (const shown of this.shown.values()) {
      shown.stop()
      shown.lift()
    }
    this.shown.clear()
  }
}

type Kept = Record<string, { on?: boolean; hidden?: string[] } | undefined>

function readKept(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : {}
  } catch {
    return {}
  }
}
