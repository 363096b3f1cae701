import { TilesRenderer } from '3d-tiles-renderer'
import { GLTFExtensionsPlugin } from '3d-tiles-renderer/plugins'
import { AmbientLight, DirectionalLight, PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js'
import { fromEarth, standAt } from '../../renderer/scene/building/frame.ts'
import type { Pose } from '../../renderer/scene/camera/pose.ts'
import { type Bare, nextFrame, paceBare, turnBare } from './turning.ts'

/** Nothing but three and the tiles of a building's inside: `?tiles=ADDRESS&lon=..&lat=..&pose=..`. */
const asked = new URLSearchParams(location.search)
let pose = JSON.parse(asked.get('pose') as string) as Pose

const renderer = new WebGLRenderer()
renderer.setSize(innerWidth, innerHeight)
document.body.append(renderer.domElement)
const scene = new Scene()
const sun = new DirectionalLight('#ffdcb8', 2.2)
sun.position.set(0.62, 0.6, -0.45)
scene.add(sun, new AmbientLight('#c8d4e8', 1.4))
const camera = new PerspectiveCamera()
const tiles = new TilesRenderer(asked.get('tiles') as string)
tiles.registerPlugin(new GLTFExtensionsPlugin({ meshoptDecoder: MeshoptDecoder }))
tiles.group.applyMatrix4(fromEarth({ lon: Number(asked.get('lon')), lat: Number(asked.get('lat')) }))
tiles.setCamera(camera)
scene.add(tiles.group)

function draw(at: Pose): void {
  standAt(camera, at, innerWidth / innerHeight)
  tiles.setResolutionFromRenderer(camera, renderer)
  tiles.group.updateMatrixWorld()
  tiles.update()
  renderer.render(scene, camera)
}

async function whole(): Promise<void> {
  const isThere = () => tiles.visibleTiles.size > 0 && tiles.loadProgress === 1
  for (let rounds = 0; rounds < 3; rounds = isThere() ? rounds + 1 : 0) {
    draw(pose)
    await nextFrame()
  }
}

window.bare = {
  look(wanted) {
    pose = wanted
  },
  whole,
  turn: (seconds) => turnBare(pose, seconds, draw),
  pace: (seconds, rate) => paceBare(pose, seconds, rate, draw),
  firstPicture: whole().then(() => performance.now()),
} satisfies Bare
