import {
  Cartesian2,
  Cartesian3,
  Cesium3DTileFeature,
  Cesium3DTileStyle,
  Cesium3DTileset,
  Math as CesiumMath,
  CesiumWidget,
  Color,
  DirectionalLight,
  HeadingPitchRange,
  Matrix4,
  ShadowMode,
  Transforms,
} from '@cesium/engine'
import { type Engine, NOTHING, type Properties, type Spot, type View } from './engine.ts'

const widget = new CesiumWidget(document.body, {
  baseLayer: false,
  globe: false,
  skyBox: false,
  skyAtmosphere: false,
  msaaSamples: 1,
  // Drawn when a test wants it: without a graphics card a picture takes a second.
  useDefaultRenderLoop: false,
  creditContainer: document.createElement('div'),
})
const { scene } = widget
const { camera, canvas } = scene
scene.backgroundColor = Color.fromBytes(...NOTHING)
const failures: string[] = []
let tileset: Cesium3DTileset | undefined

async function open(url: string, { lon, lat }: Spot): Promise<void> {
  scene.primitives.removeAll()
  // The light of an afternoon, whatever the time is.
  const frame = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(lon, lat))
  const direction = Matrix4.multiplyByPointAsVector(frame, new Cartesian3(0.62, 0.45, -0.64), new Cartesian3())
  scene.light = new DirectionalLight({ direction, intensity: 2.4 })
  tileset = await Cesium3DTileset.fromUrl(url, {
    shadows: ShadowMode.DISABLED,
    preloadWhenHidden: true,
    // Tests jump and then stand still: nothing is put off until the camera has come to rest.
    cullRequestsWhileMoving: false,
    foveatedTimeDelay: 0,
  })
  tileset.environmentMapManager.enabled = false
  tileset.tileFailed.addEventListener(({ url, message }) => failures.push(`${url}: ${message}`))
  scene.primitives.add(tileset)
}

async function load({ lon, lat, height }: Spot, { range, heading, pitch }: View): Promise<void> {
  const frame = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(lon, lat, height))
  const { toRadians } = CesiumMath
  camera.lookAtTransform(frame, new HeadingPitchRange(toRadians(heading), toRadians(pitch), range))
  camera.lookAtTransform(Matrix4.IDENTITY)
  await settled(false)
}

const draw = () => settled(true)

/**
 * A tileset that is not shown loads all the same, and no time goes into pictures of half of it. Whether all is there
 * is told by three rounds in a row: what a view needs is asked for in the round after it was turned to.
 */
async function settled(show: boolean): Promise<void> {
  if (!tileset) return
  tileset.show = show
  widget.resize()
  for (let whole = 0; whole < (show ? 1 : 3); ) {
    await new Promise(requestAnimationFrame)
    widget.render()
    // The entry alone is a tileset without anything to see.
    whole = tileset.tilesLoaded && tileset.totalMemoryUsageInBytes > 0 ? whole + 1 : 0
  }
}

async function below(spots: readonly Spot[]): Promise<(Properties | null)[]> {
  const found: (Properties | null)[] = []
  for (const spot of spots) {
    await load({ ...spot, height: spot.height - 1 }, { range: 1, heading: 0, pitch: -90 })
    await draw()
    found.push(picked(new Cartesian2(canvas.clientWidth / 2, canvas.clientHeight / 2)))
  }
  return found
}

function picked(at: Cartesian2): Properties | null {
  const feature = scene.pick(at)
  if (!(feature instanceof Cesium3DTileFeature)) return null
  return Object.fromEntries(feature.getPropertyIds().map((id) => [id, feature.getProperty(id)]))
}

async function showFloor(floor: number): Promise<void> {
  if (tileset) tileset.style = new Cesium3DTileStyle({ show: `\${floor} === ${floor}` })
}

window.engine = { open, load, draw, below, showFloor, failures } satisfies Engine
