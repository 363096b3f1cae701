import { listLayouts, removeLayout, saveLayout } from '#shared/contract/layouts.ts'
import type { ArrangedScreen } from '#shared/world/layouts.ts'
import type { Asker } from '../../store/ask.ts'
import type { Arrangement } from './arrangement.ts'

/** The arrangement in use has no name. */
const IN_USE = ''
/** Who moves a border goes on moving it. */
const SETTLED_MS = 1000

export interface KeptLayout {
  name: string
  arrangement: unknown
}

export interface KeptLayouts {
  inUse: unknown
  named: KeptLayout[]
}

/** How this account has arranged a screen, as the server keeps it. */
export class Layouts {
  private readonly ask: Asker['ask']
  private readonly screen: ArrangedScreen
  private unsaved: Arrangement | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(ask: Asker['ask'], screen: ArrangedScreen) {
    this.ask = ask
    this.screen = screen
  }

  async load(): Promise<KeptLayouts> {
    const { layouts } = await this.ask(listLayouts, { screen: this.screen })
    const inUse = layouts.find(({ name }) => name === IN_USE)?.arrangement
    return { inUse, named: layouts.filter(({ name }) => name !== IN_USE) }
  }

  /** The arrangement in use is another one now. */
  change(arrangement: Arrangement): void {
    this.unsaved = arrangement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), SETTLED_MS)
  }

  /** What could not be kept is kept when the server is back. */
  async save(): Promise<void> {
    clearTimeout(this.timer)
    const { unsaved } = this
    if (!unsaved) return
    this.unsaved = undefined
    try {
      await this.ask(saveLayout, { screen: this.screen, name: IN_USE, arrangement: asJson(unsaved) })
    } catch {
      this.unsaved ??= unsaved
    }
  }

  async keep(name: string, arrangement: Arrangement): Promise<void> {
    await this.ask(saveLayout, { screen: this.screen, name, arrangement: asJson(arrangement) })
  }

  async forget(name: string): Promise<void> {
    await this.ask(removeLayout, { screen: this.screen, name })
  }
}

/** An arrangement is plain data; its type alone does not say so. */
function asJson(arrangement: Arrangement) {
  return structuredClone(arrangement) as unknown as Record<string, never>
}
