import type { Tiles } from '#shared/contract/place.ts'
import { type Enu, type Frame, frameAt } from '#shared/place/geodesy.ts'
import type { Position } from '#shared/place/position.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Arrangement } from './building/arrangement.ts'
import { cruiseOver } from './camera/cruise.ts'
import { Lens } from './camera/lens.ts'
import type { Pose } from './camera/pose.ts'
import { Rig } from './camera/rig.ts'
import { homePose, tourOf } from './camera/tour.ts'
import { Content } from './content/content.ts'
import type { Mark } from './content/marks.ts'
import { Focus } from './focus/focus.ts'
import { type Obstacle, obstaclesOf } from './focus/obstacles.ts'
import { GlobeView } from './globe/globe-view.ts'
import { showPlace } from './globe/place.ts'
import { Inside, type InsideEnds } from './inside.ts'
import type { Cluster } from './overlay/cluster.ts'
import { Overlay } from './overlay/overlay.ts'
import type { Picked } from './picked.ts'
import { pointAt } from './picking.ts'
import { QualityLadder } from './quality/ladder.ts'
import { FrameMeter } from './quality/meter.ts'
import { firstLevel, rendererName } from './quality/quality.ts'
import type { SkyKeeper, SkyWish } from './sky-keeper.ts'
import { listenToStage } from './stage-input.ts'
import { StageSky } from './stage-sky.ts'
import { newStageState, type SceneNotice, type StageStore } from './stage-state.ts'
import type { View } from './view.ts'

export interface StageEnds extends InsideEnds {
  /** Something was clicked; undefined: the ground, or nothing. */
  picked(picked: Picked | undefined): void
  /** The server's time. */
  now(): number
}

/** Something that is done with clicks on the place. */
export interface Tool {
  click(x: number, y: number): void
  /** Takes a step back; false: there was none. */
  undo(): boolean
  /** Is put away. */
  done(): void
}

export interface StageWish {
  host: HTMLElement
  site: Site
  tiles: Tiles
  ends: StageEnds
}

/** Steeper than this it looks from above. */
const STEEP = -70
const WEIGHED_EVERY_MS = 5000
/** Who comes near is noticed in this time. */
const OVERLAY_AT_LEAST_MS = 800
/** After the last movement tiles may still come in; then nothing runs until something happens. */
const REST_AFTER_MS = 400
const PLACE_NOTICES = ['loading', 'building', 'failed', 'missing'] as const
const INSIDE_NOTICES = ['inside-loading', 'inside-missing', 'inside-failed'] as const

/**
 * The place on the screen: two views of one world, a camera that both follow, and marks over either. Draws only while
 * something changes.
 */
export class Stage {
  readonly frame: Frame
  readonly content: Content
  readonly rig: Rig
  readonly state: StageStore
  readonly meter = new FrameMeter()
  readonly ladder = new QualityLadder(firstLevel(rendererName()))
  readonly obstacles: readonly Obstacle[]
  readonly inside: Inside
  readonly host: HTMLElement
  readonly focus = new Focus(this)
  /** Takes the clicks while it is at work. */
  tool: Tool | undefined
  size = { width: 1, height: 1 }
  private readonly wish: StageWish
  private readonly overlay: Overlay
  private readonly globe: GlobeView
  private readonly air: StageSky
  private readonly rainCanvas: HTMLCanvasElement
  private readonly stops: (() => void)[]
  private emphasis: string | undefined
  private hovered: Mark | undefined
  private frameRequest: number | undefined
  private dirty = true
  private running = false
  private readonly last = { tick: 0, drawn: 0, overlay: 0, weighed: 0, busy: 0 }

  constructor(wish: StageWish) {
    this.wish = wish
    const { host, site, tiles, ends } = wish
    const { center, radius } = site.community
    this.host = host
    this.frame = frameAt({ ...center, height: 0 })
    this.state = newStageState(this.ladder.now.level)
    this.content = new Content(
      () => this.wake(),
      () => this.request(),
    )
    this.rig = new Rig(homePose(site), {
      nearest: 8,
      farthest: Math.max(3000, radius * 6),
      radius: radius * 3 + 500,
      lowest: -60,
    })
    this.obstacles = obstaclesOf([...site.buildings, ...site.surroundings.buildings], this.frame)
    const outside = element(host, 'div', 'scene-globe')
    this.globe = new GlobeView(outside, this.frame)
    this.rainCanvas = element(host, 'canvas', 'scene-rain')
    const overlay = element(host, 'canvas', 'scene-overlay')
    this.overlay = new Overlay(overlay)
    const changed = () => this.wake()
    this.inside = new Inside({
      host,
      outside,
      before: this.rainCanvas,
      frame: this.frame,
      site,
      tiles,
      ends,
      state: this.state,
      content: this.content,
      pose: () => this.rig.pose,
      flyTo: (pose) => this.flyTo(pose),
      quality: () => this.ladder.now,
      light: () => this.air?.light,
      size: () => this.size,
      scale: screenScale,
      changed,
      lost: () => this.lost?.(),
      moved: () => this.overlay.forget(),
      notice: (about) => this.notice(INSIDE_NOTICES, about),
    })
    this.resize()
    this.globe.quality(this.ladder.now)
    this.air = new StageSky({
      host,
      rain: this.rainCanvas,
      at: center,
      now: ends.now,
      lit: (light) => {
        this.globe.light(light)
        this.inside.light(light)
        this.wake()
      },
    })
    const notice = (about: SceneNotice | undefined) => this.notice(PLACE_NOTICES, about)
    const watcher = new ResizeObserver(() => this.resize())
    watcher.observe(host)
    this.stops = [
      showPlace(this.globe, { site, tiles, address: ends.address, changed, notice }),
      listenToStage(this, overlay),
      () => watcher.disconnect(),
      () => this.air.close(),
    ]
  }

  get sky(): SkyKeeper {
    return this.air.keeper
  }

  /** The view that is in front. */
  get view(): View {
    return this.inside.view ?? this.globe
  }

  get lens(): Lens {
    return new Lens(this.rig.pose, this.size.width, this.size.height)
  }

  get memory(): number {
    return this.globe.memory + (this.inside.view?.memory ?? 0)
  }

  get isWhole(): boolean {
    return this.inside.isWhole && this.view.isWhole
  }

  local(position: Position): Enu {
    return this.frame.toLocal(position)
  }

  flyTo(pose: Pose, done?: () => void): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.rig.flyTo(pose, { now: performance.now(), still, ...(done ? { done } : {}) })
    this.wake()
  }

  goHome(): void {
    this.leave()
    this.flyTo(homePose(this.wish.site))
  }

  /** Out of the building, with all colours as they are. */
  leave(): void {
    this.focus.clear()
    this.inside.leave()
  }

  faceNorth(): void {
    this.flyTo({ ...this.rig.pose, heading: 0 })
  }

  /** From above, or from the side again. */
  tilt(): void {
    this.flyTo({ ...this.rig.pose, pitch: this.rig.pose.pitch < STEEP ? -38 : -88 })
  }

  /** One step out of whatever one is in. */
  back(): void {
    if (this.tool) this.tool.undo() || this.tool.done()
    else if (this.state.getState().canReturn) void this.focus.goBack()
    else this.leave()
  }

  /** Goes along with something that moves; undefined: no more. */
  follow(id: string | undefined): void {
    if (id === undefined) this.rig.halt()
    else this.rig.follow(() => this.whereabouts(id))
    this.state.setState({ following: id, cruising: false })
    this.wake()
  }

  /** Where something that moves is just now. */
  whereabouts(id: string): Enu | undefined {
    for (const { points } of this.content.sheets) {
      const at = points.where(id, performance.now())
      if (at) return at
    }
    return undefined
  }

  /** Goes from view to view by itself, until somebody takes the camera. */
  cruise(on: boolean): void {
    if (on) {
      this.leave()
      this.rig.drive(cruiseOver(tourOf(this.wish.site, this.frame), this.rig.pose))
    } else this.rig.halt()
    this.state.setState({ cruising: on, following: undefined })
    this.wake()
  }

  arrange(arrangement: Partial<Arrangement>): void {
    this.inside.arrange(arrangement)
  }

  /** A building keeps its colours while the rest steps back; undefined: all is as it is. */
  emphasize(building: string | undefined): void {
    this.emphasis = building
    this.globe.emphasize({ building })
    this.wake()
  }

  /** Fixed by hand, or by measuring when undefined. */
  fixQuality(level: number | undefined): void {
    this.ladder.fix(level)
    this.applyQuality()
  }

  /** A picture is due. */
  wake(): void {
    this.dirty = true
    this.request()
  }

  private request(): void {
    this.frameRequest ??= requestAnimationFrame(this.tick)
  }

  private readonly tick = (now: number): void => {
    this.frameRequest = undefined
    const { last, dirty } = this
    const seconds = this.running ? Math.min(0.2, (now - last.tick) / 1000) : 1 / 60
    last.tick = now
    this.dirty = false
    const moved = this.rig.step(now, seconds)
    this.tellWhoLeads()
    const turning = this.inside.step(now, this.rig.isFlying)
    // One picture more than what moves takes: it shows where everything came to stand.
    const gliding = this.content.movingUntil > last.drawn
    const due = gliding && now - last.drawn >= 1000 / this.ladder.now.calmRate
    if (moved || turning || dirty) last.busy = now
    const { isWhole } = this
    if (moved || turning || dirty || due || !isWhole)
      this.draw(now, { moving: moved || turning || !isWhole, dirty, changed: dirty || due || turning })
    else if (this.overlay.pulsingUntil > now) this.drawOverlay(now)
    if (now - last.weighed > WEIGHED_EVERY_MS) this.weigh(now)
    this.running = moved || turning || !isWhole || now - last.busy < REST_AFTER_MS
    if (this.running || gliding || this.overlay.pulsingUntil > now) this.request()
  }

  /** Taken over by hand or come to its end, a tour or a following is over for the tools as well. */
  private tellWhoLeads(): void {
    const { following, cruising } = this.state.getState()
    if (following !== undefined && !this.rig.isFollowing) this.state.setState({ following: undefined })
    if (cruising && !this.rig.isDriven) this.state.setState({ cruising: false })
  }

  /** Another hour or weather than that of now; the tools say so. */
  lookAt(sky: Partial<SkyWish>): void {
    this.sky.look(sky)
    const { hour, weather } = this.sky.wish
    this.state.setState({ otherSky: hour !== undefined || weather !== undefined })
  }

  private draw(now: number, { moving, dirty, changed }: { moving: boolean; dirty: boolean; changed: boolean }): void {
    const drew = this.inside.draw({ pose: this.rig.pose, content: this.content, now, changed }, this.globe)
    // Where only points glide, marks and names stay as they are.
    if (moving || dirty || this.overlay.follows || now - this.last.overlay > OVERLAY_AT_LEAST_MS) this.drawOverlay(now)
    this.last.drawn = now
    this.air.paint(this.rig.pose, this.size)
    if (drew) {
      this.meter.drew(now, moving && this.running)
      if (moving && this.ladder.measured(this.meter, now, !this.isWhole)) this.applyQuality()
    }
    const heading = Math.round(this.rig.pose.heading)
    if (this.state.getState().heading !== heading) this.state.setState({ heading })
  }

  private drawOverlay(now: number): void {
    this.last.overlay = now
    const { lens, content, hovered, emphasis } = this
    const isInside = this.inside.view !== undefined
    const lift = isInside ? (place: string) => this.inside.lift(place) : onTheGround
    this.overlay.draw({ isInside, lens, content, now, lift, names: this.ladder.now.names, hovered, emphasis })
  }

  private applyQuality(): void {
    const quality = this.ladder.now
    this.air.pour(quality.rain)
    this.globe.quality(quality)
    this.inside.quality(quality)
    this.state.setState({ quality: { level: quality.level, fixed: this.ladder.isFixed } })
    this.wake()
  }

  private weigh(now: number): void {
    this.last.weighed = now
    if (this.ladder.weighed(this.memory)) this.applyQuality()
  }

  private notice(kinds: readonly SceneNotice[], about: SceneNotice | undefined): void {
    const others = this.state.getState().notices.filter((kind) => !kinds.includes(kind))
    this.state.setState({ notices: about ? [...others, about] : others })
  }

  /** What is at a point of the screen: a mark, a moving point, or the place itself. */
  pick(x: number, y: number): Picked | Cluster | undefined {
    const mark = this.overlay.pick(x, y)
    if (mark) return 'count' in mark ? mark : mark.picked
    return pointAt(this.content, this.lens, x, y, performance.now()) ?? this.view.pick(x, y).picked
  }

  /** Where the place itself is met; undefined: the sky. */
  groundAt(x: number, y: number): Enu | undefined {
    return this.view.pick(x, y).at ?? this.lens.onLevel(x, y, 0)
  }

  picked(found: Picked | undefined): void {
    this.wish.ends.picked(found)
  }

  /** Shows the name of what is under the pointer; true: there is something that can be clicked. */
  hover(at: { x: number; y: number } | undefined): boolean {
    const found = at && this.overlay.pick(at.x, at.y)
    const mark = found && 'picked' in found ? found : undefined
    if (mark !== this.hovered) {
      this.hovered = mark
      this.drawOverlay(performance.now())
    }
    return found !== undefined
  }

  private resize(): void {
    const { host } = this
    const { clientWidth, clientHeight } = host
    this.size = { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) }
    const scale = screenScale()
    this.overlay.resize(this.size.width, this.size.height, Math.min(2, devicePixelRatio), scale)
    this.rainCanvas.width = this.size.width
    this.rainCanvas.height = this.size.height
    this.globe.setScale(scale)
    this.globe.resize(this.size.width, this.size.height)
    this.inside.resize(this.size.width, this.size.height, scale)
    this.wake()
  }

  /** Either picture's graphics card is gone. */
  onLost(lost: () => void): void {
    this.lost = lost
    this.globe.onLost(lost)
  }

  private lost: (() => void) | undefined

  close(): void {
    if (this.frameRequest !== undefined) cancelAnimationFrame(this.frameRequest)
    // Nothing that still comes in may wake it.
    this.frameRequest = -1
    for (const stop of this.stops.splice(0)) stop()
    this.inside.close()
    this.globe.close()
    this.host.replaceChildren()
  }
}

/** How much larger than at a desk everything is drawn, as the page's own type is. */
function screenScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}

function onTheGround(): number {
  return 0
}

function element<K extends 'div' | 'canvas'>(host: HTMLElement, kind: K, name: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(kind)
  made.className = name
  host.append(made)
  return made
}
