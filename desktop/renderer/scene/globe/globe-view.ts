import {
  type BoundingSphere,
  Cartesian2,
  Cartesian3,
  CesiumWidget,
  Color,
  Credit,
  DirectionalLight,
  Matrix4,
  type PerspectiveFrustum,
  type Scene,
  BoundingSphere as Sphere,
} from '@cesium/engine'
import '@cesium/engine/Source/Widget/CesiumWidget.css'
import type { Enu, Frame } from '#shared/place/geodesy.ts'
import { eyeOf, HALF_ANGLE, type Pose } from '../camera/pose.ts'
import type { Content, Sheet } from '../content/content.ts'
import type { Picked } from '../picked.ts'
import type { Quality } from '../quality/quality.ts'
import { fogReach } from '../sky/fog.ts'
import type { Light } from '../sky/light.ts'
import type { DrawWish, Hit, View } from '../view.ts'
import { GlobePoints } from './points.ts'
import { castShadows } from './shadows.ts'
import { GlobeShapes } from './shapes.ts'
import type { GlobeTileset } from './tileset.ts'

/** Metres around the middle within which things are drawn. */
const WORLD = 60_000
/** After a jump of the camera the engine takes some pictures before it knows what it lacks. */
const WHOLE_AFTER = 3

/** The community from above, with the city around it: Cesium, led from outside. */
export class GlobeView implements View {
  readonly canvas: HTMLCanvasElement
  readonly scene: Scene
  private readonly widget: CesiumWidget
  private readonly toEarth: Matrix4
  private readonly world: BoundingSphere
  private readonly sun = new DirectionalLight({ direction: new Cartesian3(0, 0, -1) })
  private readonly tilesets = new Set<GlobeTileset>()
  private readonly sheets = new Map<Sheet, { points: GlobePoints; shapes: GlobeShapes }>()
  private known: { content: Content; version: number } | undefined
  private pose: Pose | undefined
  private current: { light?: Light; quality?: Quality; building?: string } = {}
  private drew = false
  private whole = 0
  /** Tilesets that have not even said what they consist of. */
  private awaited = 0
  private scale = 1

  constructor(host: HTMLElement, frame: Frame) {
    this.widget = new CesiumWidget(host, {
      baseLayer: false,
      globe: false,
      skyBox: false,
      skyAtmosphere: false,
      requestRenderMode: true,
      maximumRenderTimeChange: Number.POSITIVE_INFINITY,
      useDefaultRenderLoop: false,
      useBrowserRecommendedResolution: true,
      orderIndependentTranslucency: false,
      msaaSamples: 1,
      shadows: false,
      showRenderLoopErrors: false,
      creditContainer: document.createElement('div'),
      contextOptions: { webgl: { powerPreference: 'high-performance', alpha: true } },
    })
    this.scene = this.widget.scene
    this.canvas = this.scene.canvas
    const { scene } = this
    scene.rethrowRenderErrors = true
    scene.backgroundColor = new Color(0, 0, 0, 0)
    scene.fog.enabled = false
    scene.light = this.sun
    scene.screenSpaceCameraController.enableInputs = false
    this.widget.creditDisplay.addStaticCredit(new Credit('Cesium'))
    this.toEarth = Matrix4.fromArray(frame.matrix)
    this.world = new Sphere(Matrix4.getTranslation(this.toEarth, new Cartesian3()), WORLD)
    scene.postRender.addEventListener(() => {
      this.drew = true
    })
    this.resize(host.clientWidth, host.clientHeight)
  }

  get isWhole(): boolean {
    return this.whole >= WHOLE_AFTER
  }

  get memory(): number {
    let bytes = 0
    for (const { tileset } of this.tilesets) bytes += tileset.totalMemoryUsageInBytes
    return bytes / 2 ** 20
  }

  /** How large things of the overlay's kind are drawn, as the page's own type grows with the screen. */
  setScale(scale: number): void {
    this.scale = scale
  }

  resize(_width: number, _height: number): void {
    this.widget.resize()
    // Another form of the picture wants another opening, though the camera stands where it stood.
    this.pose = undefined
  }

  draw({ pose, content, now, changed }: DrawWish): boolean {
    const moved = this.pose !== pose
    if (moved) this.look(pose)
    if (moved || changed) this.whole = 0
    this.sync(content, now)
    if (moved || changed) this.scene.requestRender()
    this.drew = false
    this.widget.render()
    if (!this.isLoading()) this.whole++
    else this.whole = 0
    return this.drew
  }

  /** One more tileset is on its way; call what comes back when it is there, or will never be. */
  expect(): () => void {
    this.awaited++
    let open = true
    return () => {
      if (open) this.awaited--
      open = false
      this.whole = 0
    }
  }

  add(tileset: GlobeTileset): void {
    this.tilesets.add(tileset)
    if (this.current.light) tileset.light(this.current.light)
    if (this.current.light && this.pose) tileset.fog(fogReach(this.current.light, this.pose))
    if (this.current.quality) tileset.quality(this.current.quality)
    if (this.current.building !== undefined) tileset.emphasize(this.current.building)
    this.scene.primitives.add(tileset.tileset)
    this.scene.primitives.lowerToBottom(tileset.tileset)
    this.whole = 0
    this.scene.requestRender()
  }

  remove(tileset: GlobeTileset): void {
    if (this.tilesets.delete(tileset)) this.scene.primitives.remove(tileset.tileset)
    this.scene.requestRender()
  }

  light(light: Light): void {
    this.current.light = light
    const { toSun, sunColor, sunStrength } = light
    const way = Matrix4.multiplyByPointAsVector(
      this.toEarth,
      new Cartesian3(-toSun.east, -toSun.north, -toSun.up),
      new Cartesian3(),
    )
    Cartesian3.normalize(way, this.sun.direction)
    this.sun.color = new Color(...sunColor, 1)
    this.sun.intensity = sunStrength
    for (const tileset of this.tilesets) {
      tileset.light(light)
      if (this.pose) tileset.fog(fogReach(light, this.pose))
    }
    this.applyShadows()
    this.scene.requestRender()
  }

  quality(quality: Quality): void {
    this.current.quality = quality
    this.widget.resolutionScale = Math.min(Math.max(1, devicePixelRatio), quality.resolution)
    this.widget.resize()
    this.scene.msaaSamples = quality.smooth ? 4 : 1
    this.scene.postProcessStages.ambientOcclusion.enabled = quality.occlusion
    for (const tileset of this.tilesets) tileset.quality(quality)
    this.applyShadows()
    this.scene.requestRender()
  }

  private applyShadows(): void {
    castShadows(this.scene.shadowMap, this.current.light, this.current.quality, this.pose?.range ?? 1000)
  }

  /** A building keeps its colours while the rest steps back; undefined: all do. */
  emphasize(building: string | undefined): void {
    if (this.current.building === building) return
    if (building === undefined) delete this.current.building
    else this.current.building = building
    for (const tileset of this.tilesets) tileset.emphasize(building)
    this.scene.requestRender()
  }

  pick(x: number, y: number): Hit {
    const found = this.scene.pick(new Cartesian2(x, y)) as
      | { id?: Picked; getProperty?(name: string): unknown }
      | undefined
    const at = found && this.where(x, y)
    if (found?.id?.kind) return { picked: found.id, at }
    const place = found?.getProperty?.('id')
    if (typeof place !== 'string' || place === '') return { picked: undefined, at }
    return { picked: { kind: place.includes('/') ? 'building' : 'place', id: place }, at }
  }

  private where(x: number, y: number): Enu | undefined {
    const point = this.scene.pickPosition(new Cartesian2(x, y))
    if (!point) return undefined
    const back = Matrix4.inverseTransformation(this.toEarth, new Matrix4())
    const local = Matrix4.multiplyByPoint(back, point, new Cartesian3())
    return { east: local.x, north: local.y, up: local.z }
  }

  onLost(lost: () => void): void {
    this.canvas.addEventListener('webglcontextlost', lost, { once: true })
  }

  close(): void {
    this.widget.destroy()
  }

  private isLoading(): boolean {
    if (this.awaited > 0) return true
    for (const { tileset } of this.tilesets) if (!tileset.tilesLoaded) return true
    return false
  }

  private look(pose: Pose): void {
    this.pose = pose
    const { at, ahead, up, right } = eyeOf(pose)
    const { camera } = this.scene
    const way = ({ east, north, up: u }: Enu, out: Cartesian3) =>
      Matrix4.multiplyByPointAsVector(this.toEarth, new Cartesian3(east, north, u), out)
    Matrix4.multiplyByPoint(this.toEarth, new Cartesian3(at.east, at.north, at.up), camera.position)
    way(ahead, camera.direction)
    way(up, camera.up)
    way(right, camera.right)
    if (this.current.light) for (const tileset of this.tilesets) tileset.fog(fogReach(this.current.light, pose))
    this.applyShadows()
    const frustum = camera.frustum as PerspectiveFrustum
    const aspect = this.canvas.clientWidth / Math.max(1, this.canvas.clientHeight)
    // The engine takes the larger of the two openings.
    frustum.fov = aspect > 1 ? 2 * Math.atan(Math.tan(HALF_ANGLE) * aspect) : 2 * HALF_ANGLE
  }

  private sync(content: Content, now: number): void {
    if (this.known?.content !== content || this.known.version !== content.version) {
      this.known = { content, version: content.version }
      for (const [sheet, { points, shapes }] of this.sheets)
        if (!content.sheets.includes(sheet)) {
          for (const one of [points.primitive, ...shapes.primitives]) this.scene.primitives.remove(one)
          this.sheets.delete(sheet)
        }
      for (const sheet of content.sheets) if (!this.sheets.has(sheet)) this.sheets.set(sheet, this.newSheet(sheet))
    }
    for (const { points, shapes } of this.sheets.values()) {
      points.sync(now)
      shapes.sync()
    }
  }

  private newSheet(sheet: Sheet) {
    const scale = () => this.scale * (this.canvas.width / Math.max(1, this.canvas.clientWidth))
    const screen = () => new Cartesian2(this.canvas.width, this.canvas.height)
    const points = new GlobePoints(sheet.points, this.toEarth, this.world, scale)
    const shapes = new GlobeShapes(sheet, this.toEarth, this.world, scale, screen)
    for (const one of [...shapes.primitives, points.primitive]) this.scene.primitives.add(one)
    return { points, shapes }
  }
}
