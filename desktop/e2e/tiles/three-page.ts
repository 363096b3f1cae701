import { TilesRenderer } from '3d-tiles-renderer'
import {
  GLTFExtensionsPlugin,
  type MeshFeatures,
  ReorientationPlugin,
  type StructuralMetadata,
} from '3d-tiles-renderer/plugins'
import {
  AmbientLight,
  Color,
  DirectionalLight,
  type Intersection,
  MathUtils,
  type Object3D,
  PerspectiveCamera,
  Raycaster,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three'
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js'
import { type Engine, NOTHING, type Properties, type Spot, type View } from './engine.ts'

// A tileset is turned so that X goes west, Y up and Z north.
const DOWN = new Vector3(0, -1, 0)
const { degToRad } = MathUtils

const renderer = new WebGLRenderer()
document.body.append(renderer.domElement)
const scene = new Scene()
scene.background = new Color().setRGB(NOTHING[0] / 255, NOTHING[1] / 255, NOTHING[2] / 255)
const sun = new DirectionalLight('#ffdcb8', 2.2)
sun.position.set(0.62, 0.6, -0.45)
scene.add(sun, new AmbientLight('#c8d4e8', 1.4))
const camera = new PerspectiveCamera(40, 1, 1, 20_000)
const failures: string[] = []
let tiles: TilesRenderer | undefined

async function open(url: string, { lon, lat }: Spot): Promise<void> {
  tiles?.dispose()
  const opened = new TilesRenderer(url)
  opened.registerPlugin(new GLTFExtensionsPlugin({ metadata: true, meshoptDecoder: MeshoptDecoder }))
  opened.registerPlugin(new ReorientationPlugin({ lat: degToRad(lat), lon: degToRad(lon) }))
  opened.addEventListener('load-error', ({ url, error }) => failures.push(`${url}: ${error.message}`))
  opened.setCamera(camera)
  scene.add(opened.group)
  tiles = opened
  const ready = new Promise((resolve) => opened.addEventListener('load-root-tileset', resolve))
  opened.update()
  await ready
}

async function load(at: Spot, { range, heading, pitch }: View): Promise<void> {
  if (!tiles) return
  const [turn, rise] = [degToRad(heading), degToRad(pitch)]
  const target = toScene(at)
  const ahead = new Vector3(-Math.sin(turn) * Math.cos(rise), Math.sin(rise), Math.cos(turn) * Math.cos(rise))
  camera.position.copy(target).addScaledVector(ahead, -range)
  // Straight down, the top of the picture is where one heads.
  camera.up.set(-Math.sin(turn), 1e-3, Math.cos(turn))
  camera.lookAt(target)
  renderer.setSize(innerWidth, innerHeight)
  camera.aspect = innerWidth / innerHeight
  camera.updateProjectionMatrix()
  camera.updateMatrixWorld()
  tiles.setResolutionFromRenderer(camera, renderer)
  const { stats, processNodeQueue } = tiles as unknown as {
    stats: { refused: number }
    processNodeQueue: { items: unknown[] }
  }
  // Children that are still to be looked at are no part of `loadProgress`.
  const isWhole = (view: TilesRenderer) =>
    view.visibleTiles.size > 0 && view.loadProgress === 1 && processNodeQueue.items.length === 0
  for (let whole = 0; whole < 3; whole = isWhole(tiles) ? whole + 1 : 0) {
    await new Promise(requestAnimationFrame)
    tiles.update()
  }
  if (stats.refused > 0) failures.push(`${stats.refused} tiles are left out: the cache is full`)
}

async function draw(): Promise<void> {
  renderer.render(scene, camera)
}

function toScene({ lon, lat, height }: Spot): Vector3 {
  const point = new Vector3()
  tiles?.ellipsoid.getCartographicToPosition(degToRad(lat), degToRad(lon), height, point)
  return tiles ? point.applyMatrix4(tiles.group.matrixWorld) : point
}

async function below(spots: readonly Spot[]): Promise<(Properties | null)[]> {
  const found: (Properties | null)[] = []
  const caster = new Raycaster()
  for (const spot of spots) {
    await load({ ...spot, height: spot.height - 1 }, { range: 1, heading: 0, pitch: -90 })
    caster.set(toScene(spot), DOWN)
    const hit = tiles && caster.intersectObject(tiles.group).find(({ object }) => isShown(object))
    found.push(hit ? propertiesOf(hit) : null)
  }
  return found
}

/** A ray hits what is hidden, too. */
function isShown(object: Object3D): boolean {
  return object.visible && (object.parent === null || isShown(object.parent))
}

interface Described {
  meshFeatures?: MeshFeatures
  structuralMetadata?: StructuralMetadata
}

function propertiesOf({ object, faceIndex, barycoord }: Intersection): Properties | null {
  const { meshFeatures, structuralMetadata } = object.userData as Described
  if (!meshFeatures || !structuralMetadata || typeof faceIndex !== 'number' || !barycoord) return null
  const table = meshFeatures.getFeatureInfo()[0]?.propertyTable
  const row = meshFeatures.getFeatures(faceIndex, barycoord)[0]
  if (typeof table !== 'number' || typeof row !== 'number') return null
  return structuralMetadata.getPropertyTableData([table], [row], [])[0]
}

/** A tile of an inside says which storey it is before its content is known. */
async function showFloor(floor: number): Promise<void> {
  tiles?.forEachLoadedModel((model, tile) => {
    const { metadata } = tile as { metadata?: { properties: { floor: number } } }
    model.visible = metadata?.properties.floor === floor
  })
}

window.engine = { open, load, draw, below, showFloor, failures } satisfies Engine
