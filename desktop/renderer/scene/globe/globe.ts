import {
  Cartesian3,
  Math as CesiumMath,
  CesiumWidget,
  Color,
  Credit,
  DirectionalLight,
  EasingFunction,
  HeadingPitchRange,
  Matrix4,
  type Scene,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
  Transforms,
} from '@cesium/engine'
import '@cesium/engine/Source/Widget/CesiumWidget.css'
import type { Position } from '#shared/place/position.ts'
import type { Community } from '#tiles/cim/community.ts'

export const BACKGROUND = '#0e1217'
/** Metres from which the smallest community is seen: a single house needs its street around it. */
const LEAST_RANGE = 420

/** What a picked thing is; layers put it into the `id` of what they draw. */
export interface Picked {
  kind: 'alarm' | 'device' | 'building'
  id: string
}

/** Layers name what they draw; a tile's feature names itself, by its place, in the tile's property table. */
function pickedOf(found: { id?: Picked; getProperty?(name: string): unknown } | undefined): Picked | undefined {
  if (found?.id?.kind) return found.id
  const place = found?.getProperty?.('id')
  return typeof place === 'string' && place !== '' ? { kind: 'building', id: place } : undefined
}

/** The community from above. Draws only when something changes. */
export class Globe {
  readonly scene: Scene
  private readonly widget: CesiumWidget
  private readonly handler: ScreenSpaceEventHandler
  private home: { center: Cartesian3; offset: HeadingPitchRange } | undefined

  constructor(host: HTMLElement, pickedHandler: (picked: Picked | undefined) => void) {
    this.widget = new CesiumWidget(host, {
      baseLayer: false,
      globe: false,
      skyBox: false,
      skyAtmosphere: false,
      requestRenderMode: true,
      maximumRenderTimeChange: Number.POSITIVE_INFINITY,
      msaaSamples: 1,
      showRenderLoopErrors: false,
      creditContainer: document.createElement('div'),
      contextOptions: { webgl: { powerPreference: 'high-performance' } },
    })
    this.scene = this.widget.scene
    this.scene.backgroundColor = Color.fromCssColorString(BACKGROUND)
    this.scene.fog.enabled = false
    this.scene.screenSpaceCameraController.minimumZoomDistance = 15
    this.scene.screenSpaceCameraController.maximumZoomDistance = 6000
    this.widget.creditDisplay.addStaticCredit(new Credit('Cesium'))
    this.handler = new ScreenSpaceEventHandler(this.scene.canvas)
    this.handler.setInputAction(({ position }: ScreenSpaceEventHandler.PositionedEvent) => {
      pickedHandler(pickedOf(this.scene.pick(position)))
    }, ScreenSpaceEventType.LEFT_CLICK)
  }

  /** Where the community is: its whole is the home view. */
  settle(community: Community): void {
    const { lon, lat } = community.center
    const center = Cartesian3.fromDegrees(lon, lat, 0)
    this.home = {
      center,
      offset: new HeadingPitchRange(
        CesiumMath.toRadians(12),
        CesiumMath.toRadians(-38),
        Math.max(LEAST_RANGE, community.radius * 1.75),
      ),
    }
    const frame = Transforms.eastNorthUpToFixedFrame(center)
    const sun = Matrix4.multiplyByPointAsVector(frame, new Cartesian3(0.62, 0.45, -0.5), new Cartesian3())
    this.scene.light = new DirectionalLight({
      direction: Cartesian3.normalize(sun, sun),
      color: Color.fromCssColorString('#ffdcb8'),
      intensity: 1.7,
    })
    this.lookAt(center, this.home.offset)
    this.draw()
  }

  goHome(): void {
    if (this.home) this.flyTo(this.home.center, this.home.offset)
  }

  /** Brings a thing into view, from the side and above, with its surroundings. */
  visit({ lon, lat, height }: Position): void {
    const target = Cartesian3.fromDegrees(lon, lat, Math.max(0, height))
    this.flyTo(target, new HeadingPitchRange(CesiumMath.toRadians(18), CesiumMath.toRadians(-30), 260))
  }

  private flyTo(target: Cartesian3, offset: HeadingPitchRange): void {
    const { camera } = this.scene
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const { destination, direction, up } = this.viewOf(target, offset)
    camera.flyTo({
      destination,
      orientation: { direction, up },
      duration: still ? 0 : 1.4,
      easingFunction: EasingFunction.CUBIC_IN_OUT,
      maximumHeight: 3000,
    })
    this.draw()
  }

  private lookAt(target: Cartesian3, offset: HeadingPitchRange): void {
    const { destination, direction, up } = this.viewOf(target, offset)
    this.scene.camera.setView({ destination, orientation: { direction, up } })
  }

  private viewOf(target: Cartesian3, { heading, pitch, range }: HeadingPitchRange) {
    const frame = Transforms.eastNorthUpToFixedFrame(target)
    const flat = Math.cos(pitch)
    const forward = new Cartesian3(Math.sin(heading) * flat, Math.cos(heading) * flat, Math.sin(pitch))
    const back = Cartesian3.multiplyByScalar(forward, -range, new Cartesian3())
    const destination = Matrix4.multiplyByPoint(frame, back, new Cartesian3())
    const direction = Matrix4.multiplyByPointAsVector(frame, forward, new Cartesian3())
    const right = new Cartesian3(Math.cos(heading), -Math.sin(heading), 0)
    const upLocal = Cartesian3.cross(right, forward, new Cartesian3())
    const up = Matrix4.multiplyByPointAsVector(frame, upLocal, new Cartesian3())
    return { destination, direction: Cartesian3.normalize(direction, direction), up: Cartesian3.normalize(up, up) }
  }

  draw(): void {
    this.scene.requestRender()
  }

  /** Draws until something is there that is made or fetched aside: a picture of a mark, a geometry. Returns how to stop. */
  drawUntil(isReady: () => boolean): () => void {
    const stop = this.scene.postRender.addEventListener(() => {
      if (isReady()) stop()
      else this.draw()
    })
    this.draw()
    return stop
  }

  /** Where on the canvas a position is; undefined: not in view. */
  onCanvas({ lon, lat, height }: Position): { x: number; y: number } | undefined {
    const point = this.scene.cartesianToCanvasCoordinates(Cartesian3.fromDegrees(lon, lat, height))
    return point && { x: point.x, y: point.y }
  }

  close(): void {
    this.handler.destroy()
    this.widget.destroy()
  }
}
