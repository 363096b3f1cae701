import type { Tiles } from '#shared/contract/place.ts'
import type { Enu, Frame } from '#shared/place/geodesy.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Arrangement } from './building/arrangement.ts'
import type { BuildingView } from './building/building-view.ts'
import { insideOf, type Inside as Rooms } from './building/rooms.ts'
import { storeysOf } from './building/storeys.ts'
import type { Pose } from './camera/pose.ts'
import type { Content, Sheet } from './content/content.ts'
import { drawRoomNames } from './inside-names.ts'
import { firstLook, poseFor } from './inside-poses.ts'
import type { Quality } from './quality/quality.ts'
import type { Light } from './sky/light.ts'
import type { SceneNotice, StageStore } from './stage-state.ts'
import type { DrawWish, View } from './view.ts'

export interface InsideEnds {
  /** Makes of a path on the server one that can be fetched. */
  address(path: string): string
  /** How a building is laid out inside; null: nobody has drawn it. */
  interior(building: string): Promise<Interior | null>
}

export interface InsideWish {
  host: HTMLElement
  /** The element of the picture from outside. */
  outside: HTMLElement
  /** The element that the building's picture is laid under. */
  before: HTMLElement
  frame: Frame
  site: Site
  tiles: Tiles
  ends: InsideEnds
  state: StageStore
  content: Content
  pose(): Pose
  flyTo(pose: Pose): void
  quality(): Quality
  light(): Light | undefined
  size(): { width: number; height: number }
  scale(): number
  /** The graphics card is gone. */
  lost(): void
  /** A picture is due. */
  changed(): void
  /** Things stand elsewhere than before. */
  moved(): void
  notice(about: SceneNotice | undefined): void
}

const FADE_MS = 550
/** Longer than this nobody waits before a closed door: the rest comes in while one looks. */
const WAIT_MS = 6000

type Phase = 'opening' | 'fading-in' | 'here' | 'fading-out'

interface Opened {
  building: Building
  view: BuildingView
  host: HTMLElement
  /** Undefined: nobody has drawn its inside. */
  rooms: Rooms | undefined
  names?: Sheet
  phase: Phase
  since: number
  /** 0: the globe alone; 1: the building alone. */
  shown: number
  wanted: Arrangement
  /** What one came for. */
  at?: Enu | undefined
  /** From where one wants to see it. */
  pose?: Pose | undefined
  /** How much of it was seen when one turned to leave. */
  left?: number
}

export interface EnterWish {
  floor?: number | undefined
  /** What one comes for, on its floor. */
  at?: Enu
  arrangement?: Arrangement | undefined
  /** From where one wants to see it; else from where all of it is seen. */
  pose?: Pose
}

/** Going into a building and out of it: while the camera flies on, one picture turns into the other. */
export class Inside {
  private readonly wish: InsideWish
  private opened: Opened | undefined
  /** Counts up with each wish, so that one that comes too late is dropped. */
  private turn = 0

  constructor(wish: InsideWish) {
    this.wish = wish
  }

  /** The building's picture, once it is the one that counts. */
  get view(): BuildingView | undefined {
    return this.opened && this.opened.shown >= 0.5 ? this.opened.view : undefined
  }

  /** How its storeys are shown, for whoever wants to come back. */
  get arrangement(): Arrangement | undefined {
    return this.opened?.wanted
  }

  get place(): string | undefined {
    return this.opened?.building.place
  }

  /** False: there is no such building, or it could not be opened. */
  async enter(place: string, { floor, at, arrangement: wanted, pose }: EnterWish = {}): Promise<boolean> {
    const { site, ends, notice } = this.wish
    const building = site.buildings.find((one) => one.place === place)
    if (!building) return false
    const arrangement =
      wanted ?? (floor === undefined ? firstLook(building) : { mode: 'alone' as const, floor, seeThrough: false })
    if (this.opened?.building === building && this.opened.phase !== 'fading-out') {
      this.opened.at = at
      this.opened.pose = pose
      this.arrange(arrangement)
      return true
    }
    this.turn++
    const { turn } = this
    this.close()
    notice('inside-loading')
    this.wish.flyTo(this.poseFor(building, { mode: 'closed', seeThrough: false }))
    try {
      const [interior, { openBuilding }] = await Promise.all([
        ends.interior(place).catch(() => null),
        import('./building/building-view.ts'),
      ])
      if (turn !== this.turn) return false
      this.open(building, interior ?? undefined, openBuilding, arrangement)
      Object.assign(this.opened ?? {}, { at, pose })
      return true
    } catch {
      if (turn === this.turn) notice('inside-failed')
      return false
    }
  }

  private open(
    building: Building,
    interior: Interior | undefined,
    openBuilding: typeof import('./building/building-view.ts').openBuilding,
    wanted: Arrangement,
  ): void {
    const { host: around, before, frame, site, tiles, ends, state, changed, notice } = this.wish
    const host = document.createElement('div')
    host.className = 'scene-building'
    host.style.opacity = '0'
    around.insertBefore(host, before)
    const path = tiles.own?.interiors[building.place]
    const view = openBuilding({
      host,
      frame,
      origin: site.community.center,
      site,
      building,
      inside: interior,
      tilesUrl: tiles.own && path ? ends.address(`${tiles.own.base}${path}`) : undefined,
      changed,
      notice: (about) => notice(about === undefined ? undefined : `inside-${about}`),
    })
    const { width, height } = this.wish.size()
    view.setScale(this.wish.scale())
    view.resize(width, height)
    view.quality(this.wish.quality())
    const light = this.wish.light()
    if (light) view.light(light)
    view.arrange({ mode: 'closed', seeThrough: false })
    view.onLost(() => this.wish.lost())
    notice(undefined)
    const rooms = interior && insideOf(building, interior, site.community.center)
    this.opened = { building, view, host, rooms, phase: 'opening', since: performance.now(), shown: 0, wanted }
    state.setState({
      inside: {
        place: building.place,
        name: building.name,
        arriving: true,
        storeys: storeysOf(building, interior),
        arrangement: wanted,
      },
    })
    changed()
  }

  /** Shows the storeys otherwise, and moves the camera to where that is seen. */
  arrange(wish: Partial<Arrangement>): void {
    const { opened } = this
    if (!opened) return
    const { floor: before, ...rest } = opened.wanted
    const floor = wish.floor ?? before
    const arrangement: Arrangement = { ...rest, ...wish, ...(floor === undefined ? {} : { floor }) }
    opened.wanted = arrangement
    const { inside } = this.wish.state.getState()
    if (inside) this.wish.state.setState({ inside: { ...inside, arrangement } })
    if (opened.phase !== 'here') return
    this.look(opened)
    this.wish.changed()
  }

  leave(): void {
    const { opened } = this
    this.turn++
    this.wish.notice(undefined)
    if (!opened) return
    if (opened.shown === 0) {
      this.close()
      return
    }
    opened.view.arrange({ mode: 'closed', seeThrough: false })
    if (opened.phase !== 'fading-out') opened.left = opened.shown
    opened.phase = 'fading-out'
    opened.since = performance.now()
    this.wish.state.setState({ inside: undefined })
    this.wish.changed()
  }

  /** Moves on by the clock; true: it is not at rest. */
  step(now: number, flying: boolean): boolean {
    const { opened } = this
    if (!opened) return false
    const since = now - opened.since
    if (opened.phase === 'opening' && !flying && (opened.view.isWhole || since > WAIT_MS))
      this.enterPhase('fading-in', now)
    else if (opened.phase === 'fading-in' && since >= FADE_MS) this.arrived(opened, now)
    else if (opened.phase === 'fading-out' && since >= FADE_MS) {
      this.close()
      return true
    }
    const share = Math.min(1, (now - opened.since) / FADE_MS)
    const before = opened.shown
    opened.shown =
      opened.phase === 'opening'
        ? 0
        : opened.phase === 'here'
          ? 1
          : opened.phase === 'fading-in'
            ? share
            : (opened.left ?? 1) * (1 - share)
    if (opened.shown !== before) {
      opened.host.style.opacity = String(opened.shown)
      // Seen through what is transparent here, a picture from outside would be one of long ago.
      this.wish.outside.style.visibility = opened.shown === 1 ? 'hidden' : ''
      if (opened.shown >= 0.5 !== before >= 0.5) this.wish.moved()
    }
    if (opened.view.isMoving) this.wish.moved()
    return opened.phase !== 'here' || opened.view.isMoving
  }

  private arrived(opened: Opened, now: number): void {
    this.enterPhase('here', now)
    if (opened.rooms) {
      opened.names = this.wish.content.lay('rooms', 0)
      drawRoomNames(opened.names, opened.rooms)
    }
    this.look(opened)
    const { inside } = this.wish.state.getState()
    if (inside) this.wish.state.setState({ inside: { ...inside, arriving: false } })
  }

  private look(opened: Opened): void {
    opened.view.arrange(opened.wanted)
    this.wish.flyTo(opened.pose ?? this.poseFor(opened.building, opened.wanted))
    opened.at = undefined
    opened.pose = undefined
  }

  private enterPhase(phase: Phase, now: number): void {
    if (!this.opened) return
    this.opened.phase = phase
    this.opened.since = now
  }

  /** Also while it is still on its way in. */
  resize(width: number, height: number, scale: number): void {
    this.opened?.view.setScale(scale)
    this.opened?.view.resize(width, height)
  }

  /** The room that is spoken of; undefined: none. */
  highlight(room: string | undefined): void {
    this.opened?.view.highlight(room)
  }

  light(light: Light): void {
    this.opened?.view.light(light)
  }

  quality(quality: Quality): void {
    this.opened?.view.quality(quality)
  }

  /** Where things of a place are drawn; what is not in this building is not shown. */
  lift(place: string): number | undefined {
    const { opened } = this
    return opened && isWithin(place, opened.building.place) ? opened.view.lift(place) : undefined
  }

  /** Draws whichever picture is seen, both while one turns into the other. */
  draw(wish: DrawWish, globe: View): boolean {
    const { opened } = this
    if (!opened) return globe.draw(wish)
    const drew = opened.view.draw(wish)
    if (opened.phase === 'here') return drew
    return globe.draw(wish) || drew
  }

  get isWhole(): boolean {
    return !this.opened || (this.opened.phase === 'here' && this.opened.view.isWhole)
  }

  private poseFor(building: Building, arrangement: Arrangement): Pose {
    const { frame, pose } = this.wish
    const tall = building.height ?? building.floors * building.floorHeight
    const extent = this.opened?.view.reach(arrangement) ?? { bottom: 0, top: tall }
    return poseFor(building, arrangement, extent, frame, pose().heading, this.opened?.at)
  }

  close(): void {
    const { opened } = this
    if (!opened) return
    this.opened = undefined
    this.wish.notice(undefined)
    this.wish.outside.style.visibility = ''
    if (opened.names) this.wish.content.lift(opened.names)
    opened.view.close()
    opened.host.remove()
    if (this.wish.state.getState().inside) this.wish.state.setState({ inside: undefined })
    this.wish.moved()
    this.wish.changed()
  }
}
