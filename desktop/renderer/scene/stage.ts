import type { Tiles } from '#shared/contract/place.ts'
import { type Enu, type Frame, frameAt } from '#shared/place/geodesy.ts'
import { isPosition, type Position } from '#shared/place/position.ts'
import type { Site } from '#tiles/cim/site.ts'
import { screenScale } from '../theme/type-scale.ts'
import type { Arrangement } from './building/arrangement.ts'
import { Director } from './camera/director.ts'
import { Lens } from './camera/lens.ts'
import type { Pose } from './camera/pose.ts'
import { Rig } from './camera/rig.ts'
import { homePose, tourOf } from './camera/tour.ts'
import { Content } from './content/content.ts'
import { NOWHERE } from './content/nowhere.ts'
import { Focus } from './focus/focus.ts'
import { freeOf, intoFree, type Part } from './focus/free.ts'
import { type Obstacle, obstaclesOf } from './focus/obstacles.ts'
import { GlobeView } from './globe/globe-view.ts'
import { Inside, type InsideEnds } from './inside/inside.ts'
import { FrameLoop, type PictureWish, pageClock } from './loop.ts'
import type { Cluster } from './overlay/cluster.ts'
import { layElement } from './page.ts'
import { pageNow } from './page-time.ts'
import type { Picked } from './picked.ts'
import { QualityLadder } from './quality/ladder.ts'
import { FrameMeter } from './quality/meter.ts'
import { firstLevel, rendererName } from './quality/quality.ts'
import type { Light } from './sky/light.ts'
import type { SkyKeeper, SkyWish } from './sky-keeper.ts'
import { Snapshots, type SnapshotWish } from './snapshot.ts'
import { type FilmSize, StageFilm } from './stage-film.ts'
import { listenToStage } from './stage-input.ts'
import { StageMarks } from './stage-marks.ts'
import { StagePlace } from './stage-place.ts'
import { StageSky } from './stage-sky.ts'
import { newStageState, PLACE_NOTICES, type SceneNotice, type StageStore } from './stage-state.ts'
import type { Vantage } from './vantage.ts'
import type { Loss, View } from './view.ts'

export interface StageEnds extends InsideEnds {
  /** Something was clicked; undefined: the ground, or nothing. */
  picked(picked: Picked | undefined): void
  /** The server's time. */
  now(): number
  /** What lies over the stage: bars, tools and whatever else takes room. */
  covers(): readonly Part[]
}

/** Something that is done with clicks on the place. */
export interface Tool {
  click(x: number, y: number): void
  /** A double click; without it, it is one more click. */
  finish?(): void
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

/**
 * The place on the screen: two views of one world, a camera that both follow, and marks over either. Draws only while
 * something changes.
 */
export class Stage {
  readonly wish: StageWish
  readonly host: HTMLElement
  readonly frame: Frame
  readonly content = new Content({
    changed: () => this.wake(),
    marked: () => this.loop.mark(),
    moved: () => this.loop.request(),
  })
  readonly rig: Rig
  readonly camera: Director
  readonly state: StageStore
  readonly meter = new FrameMeter()
  readonly ladder = new QualityLadder(firstLevel(rendererName()))
  readonly obstacles: readonly Obstacle[]
  readonly inside = new Inside(this)
  readonly focus = new Focus(this)
  /** Over the picture of a building, under the marks. */
  readonly rainCanvas: HTMLCanvasElement
  /** Takes the clicks while it is at work. */
  tool: Tool | undefined
  size = { width: 1, height: 1 }
  private readonly outside: HTMLElement
  private readonly marks: StageMarks
  private readonly globe: GlobeView
  private readonly air: StageSky
  private readonly snapshots: Snapshots
  private readonly stops: (() => void)[]
  private readonly place: StagePlace
  private readonly loop = new FrameLoop(
    {
      step: (now, seconds) => this.step(now, seconds),
      isWhole: () => this.isWhole,
      draw: (now, wish) => this.draw(now, wish),
      drawMarks: (now) => this.marks.draw(now),
      glidingUntil: () => this.content.movingUntil,
      pulsingUntil: () => this.marks.pulsingUntil,
      calmMs: () => 1000 / this.ladder.now.calmRate,
      weigh: () => this.ladder.weighed(this.memory) && this.applyQuality(),
      failed: (error) => {
        reportError(error)
        this.lost('fault')
      },
    },
    pageClock,
  )
  /** The camera that the sky was painted for; undefined: its light is another now. */
  private painted: Pose | undefined
  private toldLost: ((why: Loss) => void) | undefined
  private filmed: StageFilm | undefined
  /** Counts the pictures that were drawn. */
  pictures = 0

  constructor(wish: StageWish) {
    this.wish = wish
    const { host, site, ends } = wish
    const { center, radius } = site.community
    this.host = host
    this.frame = frameAt({ ...center, height: 0 })
    this.state = newStageState(this.ladder.now.level)
    const home = homePose(site)
    this.rig = new Rig(home, {
      nearest: 8,
      farthest: Math.max(3000, radius * 6),
      radius: radius * 3 + 500,
      lowest: -60,
      highest: 1000,
    })
    this.camera = new Director({
      rig: this.rig,
      state: this.state,
      home,
      tour: tourOf(site, this.frame),
      whereabouts: (id) => this.content.whereabouts(id, pageNow()),
      wake: () => this.wake(),
    })
    this.obstacles = obstaclesOf([...site.buildings, ...site.surroundings.buildings], this.frame)
    this.outside = layElement(host, 'div', 'scene-globe')
    this.globe = new GlobeView(this.outside, this.frame)
    this.rainCanvas = layElement(host, 'canvas', 'scene-rain')
    this.marks = new StageMarks(this)
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
        this.painted = undefined
        this.wake()
      },
    })
    this.snapshots = new Snapshots(host, this.air, () => this.wake())
    this.globe.onLost(() => this.lost())
    this.place = new StagePlace(this.globe, wish.tiles, {
      site,
      address: ends.address,
      changed: () => this.wake(),
      notice: (about) => this.notice(PLACE_NOTICES, about),
      isLacking: () => this.state.getState().notices.some((about) => about === 'missing' || about === 'failed'),
    })
    const watcher = new ResizeObserver(() => this.resize())
    watcher.observe(host)
    this.stops = [listenToStage(this, this.marks.canvas), () => watcher.disconnect(), () => this.air.close()]
  }

  /** The server is back, and says where tiles lie now. */
  renewPlace(tiles: Tiles): void {
    this.place.renew(tiles)
  }

  get tiles(): Tiles {
    return this.place.tiles
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

  /** Another tool is put away for it. Returns how to put it away. */
  use(tool: Tool): () => void {
    this.tool?.done()
    this.tool = tool
    return () => {
      if (this.tool === tool) this.tool = undefined
    }
  }

  position(local: Enu): Position {
    return this.frame.fromLocal(local)
  }

  /** What has no position that could be is nowhere. */
  local(position: Position | null | undefined): Enu {
    return isPosition(position) ? this.frame.toLocal(position) : NOWHERE
  }

  /** So that what the camera looks at is not under a bar. */
  intoFree(pose: Pose): Pose {
    // As it is laid out now, like what covers it: a card may just have come beside it.
    const { clientWidth, clientHeight } = this.host
    const free = freeOf(clientWidth, clientHeight, this.wish.ends.covers())
    return intoFree(pose, Math.max(1, clientWidth), Math.max(1, clientHeight), free)
  }

  /** The light that falls on the place just now. */
  get light(): Light | undefined {
    return this.air.light
  }

  get vantage(): Vantage {
    const { place: building, arrangement } = this.inside
    return { pose: this.rig.pose, building, arrangement }
  }

  /** To where somebody was before. */
  async goTo({ pose, building, arrangement }: Vantage): Promise<void> {
    if (building !== undefined && (await this.inside.enter(building, { arrangement, pose })) !== 'cannot') return
    this.inside.leave()
    this.camera.flyTo(pose)
  }

  goHome(): void {
    this.leave()
    this.camera.goHome()
  }

  cruise(on: boolean): void {
    if (on) this.leave()
    this.camera.cruise(on)
  }

  /** Out of the building, with all colours as they are. */
  leave(): void {
    this.focus.clear()
    this.inside.leave()
  }

  /** One step out of whatever one is in. */
  back(): void {
    if (this.tool) this.tool.undo() || this.tool.done()
    else if (this.state.getState().canReturn) void this.focus.goBack()
    else this.leave()
  }

  arrange(arrangement: Partial<Arrangement>): void {
    this.inside.arrange(arrangement)
  }

  /** A building keeps its colours while the rest steps back; undefined: all is as it is. */
  emphasize(building: string | undefined): void {
    this.marks.emphasis = building
    this.globe.emphasize(building)
    this.wake()
  }

  /** Fixed by hand, or by measuring when undefined. */
  fixQuality(level: number | undefined): void {
    this.ladder.fix(level)
    this.applyQuality()
  }

  /** The scene as it is on the page, for a bookmark or a report. */
  picture(wish?: SnapshotWish): Promise<HTMLCanvasElement> {
    return this.snapshots.take(wish)
  }

  /** Pictures follow one another by the clock of a film from now on, in its size. */
  film(size: FilmSize): StageFilm {
    this.filmed = new StageFilm(this, size)
    return this.filmed
  }

  /** A picture is due. */
  wake(): void {
    this.loop.wake()
  }

  /** Another hour or weather than that of now; the tools say so. */
  lookAt(sky: Partial<SkyWish>): void {
    this.sky.look(sky)
    const { hour, weather } = this.sky.wish
    this.state.setState({ otherSky: hour !== undefined || weather !== undefined })
  }

  private step(now: number, seconds: number): boolean {
    const moved = this.camera.step(now, seconds)
    return this.inside.step(now, this.rig.isFlying) || moved
  }

  private draw(now: number, { moving, changed, told, running }: PictureWish): void {
    const { pose, isFlying } = this.rig
    const drew = this.inside.draw({ pose, content: this.content, now, changed }, this.globe, isFlying)
    if (moving || told || this.marks.isDue(now)) this.marks.draw(now)
    if (pose !== this.painted) this.paintSky(pose)
    if (!drew) return
    this.pictures++
    this.snapshots.drawn()
    this.meter.drew(now, moving && running)
    if (moving && this.ladder.measured(this.meter, now, !this.isWhole)) this.applyQuality()
  }

  private paintSky(pose: Pose): void {
    this.painted = pose
    this.air.paint(pose, this.size)
    const heading = Math.round(pose.heading)
    if (this.state.getState().heading !== heading) this.state.setState({ heading })
  }

  private applyQuality(): void {
    const quality = this.ladder.now
    this.air.pour(quality.rain)
    this.globe.quality(quality)
    this.inside.quality(quality)
    this.state.setState({ quality: { level: quality.level, fixed: this.ladder.isFixed } })
    this.wake()
  }

  notice(kinds: readonly SceneNotice[], about: SceneNotice | undefined): void {
    const others = this.state.getState().notices.filter((kind) => !kinds.includes(kind))
    this.state.setState({ notices: about ? [...others, about] : others })
  }

  /** What is at a point of the screen: a mark, a moving point, or the place itself. */
  pick(x: number, y: number): Picked | Cluster | undefined {
    return this.marks.pick(x, y) ?? this.view.pick(x, y).picked
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
    return this.marks.hover(at)
  }

  private resize(): void {
    const { host } = this
    const { clientWidth, clientHeight } = host
    this.size = { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) }
    this.painted = undefined
    const scale = screenScale()
    this.marks.resize(this.size, scale)
    this.rainCanvas.width = this.size.width
    this.rainCanvas.height = this.size.height
    this.globe.setScale(scale)
    this.globe.resize(this.size.width, this.size.height)
    this.inside.resize(this.size.width, this.size.height, scale)
    this.wake()
  }

  /** Storeys moved, or another picture is in front: things stand elsewhere than before. */
  thingsMoved(): void {
    this.marks.forget()
  }

  showOutside(shown: boolean): void {
    this.outside.style.visibility = shown ? '' : 'hidden'
  }

  /** Either picture can be drawn no more. */
  lost(why: Loss = 'card'): void {
    this.toldLost?.(why)
  }

  onLost(lost: (why: Loss) => void): void {
    this.toldLost = lost
  }

  close(): void {
    this.filmed?.end()
    this.loop.close()
    this.snapshots.close()
    for (const stop of this.stops.splice(0)) stop()
    this.place.close()
    this.inside.close()
    this.globe.close()
    this.host.replaceChildren()
  }
}
