import { Cartesian3, Cesium3DTileset, CesiumWidget, Matrix4, type PerspectiveFrustum } from '@cesium/engine'
import { type Enu, frameAt, type LonLat } from '#shared/place/geodesy.ts'
import { eyeOf, HALF_ANGLE, type Pose } from '../../renderer/scene/camera/pose.ts'
import { type Bare, nextFrame, paceBare, turnBare } from './turning.ts'

/** Nothing but Cesium and the tiles: `?tiles=ADDRESS&lon=..&lat=..&pose=..`. */
const asked = new URLSearchParams(location.search)
const origin: LonLat = { lon: Number(asked.get('lon')), lat: Number(asked.get('lat')) }
let pose = JSON.parse(asked.get('pose') as string) as Pose

const widget = new CesiumWidget(document.body, {
  baseLayer: false,
  globe: false,
  skyBox: false,
  skyAtmosphere: false,
  msaaSamples: 1,
  requestRenderMode: true,
  maximumRenderTimeChange: Number.POSITIVE_INFINITY,
  useDefaultRenderLoop: false,
  creditContainer: document.createElement('div'),
})
const { scene } = widget
const { camera } = scene
scene.fog.enabled = false
const toEarth = Matrix4.fromArray(frameAt({ ...origin, height: 0 }).matrix)
const tileset = await Cesium3DTileset.fromUrl(asked.get('tiles') as string)
tileset.environmentMapManager.enabled = false
scene.primitives.add(tileset)

function draw(at: Pose): void {
  const { ahead, up, right, at: eye } = eyeOf(at)
  const way = ({ east, north, up: u }: Enu, out: Cartesian3) =>
    Matrix4.multiplyByPointAsVector(toEarth, new Cartesian3(east, north, u), out)
  Matrix4.multiplyByPoint(toEarth, new Cartesian3(eye.east, eye.north, eye.up), camera.position)
  way(ahead, camera.direction)
  way(up, camera.up)
  way(right, camera.right)
  const aspect = innerWidth / innerHeight
  ;(camera.frustum as PerspectiveFrustum).fov =
    aspect > 1 ? 2 * Math.atan(Math.tan(HALF_ANGLE) * aspect) : 2 * HALF_ANGLE
  widget.resize()
  scene.requestRender()
  widget.render()
}

async function whole(): Promise<void> {
  for (let rounds = 0; rounds < 3; rounds = tileset.tilesLoaded ? rounds + 1 : 0) {
    draw(pose)
    await nextFrame()
  }
}

async function first(): Promise<number> {
  let there = false
  tileset.initialTilesLoaded.addEventListener(() => {
    there = true
  })
  while (!there) {
    draw(pose)
    await nextFrame()
  }
  draw(pose)
  return nextFrame()
}

window.bare = {
  look(wanted) {
    pose = wanted
  },
  whole,
  turn: (seconds) => turnBare(pose, seconds, draw),
  pace: (seconds, rate) => paceBare(pose, seconds, rate, draw),
  firstPicture: first(),
} satisfies Bare
