import type { AddPanelPositionOptions, DockviewApi, IDockviewPanel } from 'dockview-react'
import type { Panel } from '../../panels/panel.ts'
import { type Arrangement, standsAlike } from './arrangement.ts'
import { fromDockview, toDockview } from './dockview-form.ts'
import { comesHome } from './homecoming.ts'
import { type Box, type Insets, ONE_OUTPUT, type Wall } from './wall.ts'

export interface Opened {
  all: ReadonlySet<string>
  /** Not behind another. */
  inFront: ReadonlySet<string>
}

export interface KeeperEnds {
  panels: ReadonlyMap<string, Panel>
  titleOf(panel: Panel): string
  /** Has no tab, and nothing may lie over it. */
  stage: string
  /** Where panels stand that nobody has moved. */
  home(arrangement: Arrangement): Arrangement
  /** Where its borders go of their own; absent: they stay. */
  mend?(arrangement: Arrangement): Arrangement
  /** What a part of it keeps from its edges. */
  insets?(box: Box, wall: Wall): Insets
  /** Somebody has arranged it otherwise. */
  arranged(arrangement: Arrangement): void
  /** Other panels are open than before, or in front. */
  opened(panels: Opened): void
}

const DIRECTIONS = { left: 'left', right: 'right', above: 'above', below: 'below', within: 'within' } as const

/** Leads one dock: what is open, where it comes, what is out of sight for now, and what of all this somebody wished. */
export class DockKeeper {
  /** As it was arranged last. */
  latest: Arrangement
  private readonly api: DockviewApi
  private readonly ends: KeeperEnds
  private readonly hidden = new Set<string>()
  private readonly stops: { dispose(): void }[]

  constructor(api: DockviewApi, arrangement: Arrangement, ends: KeeperEnds) {
    this.api = api
    this.latest = arrangement
    this.ends = ends
    this.apply(arrangement)
    this.stops = [
      api.onDidMutateLayout(({ origin }) => {
        this.tellOpened()
        this.applyHidden()
        if (origin === 'user') this.tellArranged()
      }),
      api.onDidActivePanelChange(({ origin }) => {
        this.tellOpened()
        // Also what takes the keys becomes the active one, and nobody has arranged anything by that.
        if (origin === 'user' && !standsAlike(this.arrangement, this.latest)) this.tellArranged()
      }),
      api.onDidLayoutChange(() => this.applyInsets()),
      api.onWillShowOverlay((event) => {
        const overStage = event.group?.panels.some(({ id }) => id === ends.stage)
        if (overStage && event.position === 'center') event.preventDefault()
      }),
    ]
  }

  get arrangement(): Arrangement {
    const { wall } = this.latest
    return { ...fromDockview(this.api.toJSON()), ...(wall && { wall }) }
  }

  apply(wanted: Arrangement): void {
    const { panels, titleOf, stage, mend } = this.ends
    const arrangement = mend?.(wanted) ?? wanted
    this.latest = arrangement
    const room = { width: Math.max(1, this.api.width), height: Math.max(1, this.api.height) }
    const panelOf = (id: string) => {
      const panel = panels.get(id)
      return {
        id,
        contentComponent: 'panel',
        params: { panel: id },
        ...(panel && { title: titleOf(panel), minimumWidth: panel.least.width, minimumHeight: panel.least.height }),
        ...(panel?.stays && { tabComponent: 'stays' }),
        // Moved about in the page a canvas would have to be drawn anew.
        ...(id === stage && { renderer: 'always' as const }),
      }
    }
    this.api.fromJSON(
      toDockview(arrangement, room, panelOf, (ids) => ({ hideHeader: ids.includes(stage) })),
      { reuseExistingPanels: true },
    )
    this.tellOpened()
    this.applyHidden()
    this.applyInsets()
  }

  /** Brings a panel in front, wherever it is; one that is closed comes to its place. */
  call(id: string): void {
    const open = this.api.getPanel(id)
    open?.api.setActive()
    const panel = this.ends.panels.get(id)
    if (open || !panel) return
    const { arrangement } = this
    const home = comesHome(arrangement, this.ends.home(arrangement), id)
    if (home) this.apply(home)
    else this.addBeside(panel)
    this.tellArranged()
  }

  private addBeside(panel: Panel): void {
    const { id, least, comes } = panel
    const position = this.positionFor(comes)
    // A tab among others has the size of those.
    const size =
      position.direction === 'within' ? {} : { initialWidth: least.width * 1.3, initialHeight: least.height * 1.3 }
    this.api.addPanel({
      id,
      component: 'panel',
      params: { panel: id },
      title: this.ends.titleOf(panel),
      minimumWidth: least.width,
      minimumHeight: least.height,
      ...size,
      position,
    })
  }

  /** Brings it in front, unless the keys are with one that it would cover. */
  show(id: string): void {
    const panel = this.api.getPanel(id)
    const covered = panel?.group.panels.some(
      (one) => one.id !== id && one.view.content.element.contains(document.activeElement),
    )
    if (panel && !covered) panel.api.setActive()
  }

  close(id: string): void {
    const open = this.api.getPanel(id)
    if (!open || this.ends.panels.get(id)?.stays) return
    this.api.removePanel(open)
    this.tellArranged()
  }

  /** What has nothing to show for now gives its room away; with others in front of or behind it, it stays. */
  hide(id: string, hidden: boolean): void {
    if (hidden) this.hidden.add(id)
    else this.hidden.delete(id)
    this.applyHidden()
  }

  /** In another language now. */
  rename(): void {
    for (const open of this.api.panels) {
      const panel = this.ends.panels.get(open.id)
      if (panel) open.api.setTitle(this.ends.titleOf(panel))
    }
  }

  /** Somebody has moved a border. */
  tellArranged(): void {
    const { arrangement } = this
    const mended = this.ends.mend?.(arrangement)
    if (mended && JSON.stringify(mended) !== JSON.stringify(arrangement)) this.apply(mended)
    this.latest = mended ?? arrangement
    this.ends.arranged(this.latest)
  }

  dispose(): void {
    for (const stop of this.stops) stop.dispose()
  }

  /** Nothing that is read may hide behind a seam of the wall. */
  applyInsets(): void {
    const { insets } = this.ends
    if (!insets) return
    const wall = this.latest.wall ?? ONE_OUTPUT
    for (const { element } of this.api.groups) {
      const { left, top, right, bottom } = insets(element.getBoundingClientRect(), wall)
      element.style.padding = `${top}px ${right}px ${bottom}px ${left}px`
    }
  }

  private positionFor({ side, of }: Panel['comes']): AddPanelPositionOptions {
    const beside: IDockviewPanel | undefined = this.api.getPanel(of) ?? this.api.getPanel(this.ends.stage)
    // Nothing may lie over the stage.
    const direction = side === 'within' && beside?.id === this.ends.stage ? 'right' : DIRECTIONS[side]
    return beside ? { referencePanel: beside, direction } : { direction: 'right' }
  }

  private applyHidden(): void {
    for (const group of this.api.groups) {
      const isHidden = group.panels.length > 0 && group.panels.every(({ id }) => this.hidden.has(id))
      if (group.api.isVisible === isHidden) group.api.setVisible(!isHidden)
    }
  }

  private tellOpened(): void {
    const all = new Set(this.api.panels.map(({ id }) => id))
    const inFront = new Set(this.api.groups.flatMap(({ activePanel }) => activePanel?.id ?? []))
    this.ends.opened({ all, inFront })
  }
}
