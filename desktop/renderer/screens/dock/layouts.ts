import { listLayouts, removeLayout, saveLayout } from '#shared/contract/layouts.ts'
import type { ArrangedScreen } from '#shared/world/layouts.ts'
import { AskError, type Asker } from '../../store/ask.ts'
import type { Arrangement } from './arrangement.ts'

/** The arrangement in use has no name. */
const IN_USE = ''

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
  private isSaving = false
  private isKnown = false

  constructor(ask: Asker['ask'], screen: ArrangedScreen) {
    this.ask = ask
    this.screen = screen
  }

  async load(): Promise<KeptLayouts> {
    const { layouts } = await this.ask(listLayouts, { screen: this.screen })
    this.isKnown = true
    const inUse = layouts.find(({ name }) => name === IN_USE)?.arrangement
    return { inUse, named: layouts.filter(({ name }) => name !== IN_USE) }
  }

  /** Somebody has arranged it otherwise, and it could not be kept yet. */
  get isUnsaved(): boolean {
    return this.unsaved !== undefined
  }

  /** The arrangement in use is another one now. */
  async change(arrangement: Arrangement): Promise<void> {
    this.unsaved = arrangement
    await this.save()
  }

  /** What could not be kept because the server is away is kept when it is back; what it refuses is thrown. */
  async save(): Promise<void> {
    // Before it is known what is kept, nothing is written over it.
    while (this.unsaved && this.isKnown && !this.isSaving) {
      const { unsaved } = this
      this.unsaved = undefined
      this.isSaving = true
      try {
        await this.ask(saveLayout, { screen: this.screen, name: IN_USE, arrangement: { ...unsaved } })
      } catch (error) {
        if (!(error instanceof AskError && error.code.startsWith('net.'))) throw error
        this.unsaved ??= unsaved
        return
      } finally {
        this.isSaving = false
      }
    }
  }

  async keep(name: string, arrangement: Arrangement): Promise<void> {
    await this.ask(saveLayout, { screen: this.screen, name, arrangement: { ...arrangement } })
  }

  async forget(name: string): Promise<void> {
    await this.ask(removeLayout, { screen: this.screen, name })
  }
}
