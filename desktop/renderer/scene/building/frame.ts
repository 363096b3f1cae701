import { Matrix4, type PerspectiveCamera, Vector3 } from 'three'
import { degrees, type Enu, frameAt, type LonLat } from '#shared/place/geodesy.ts'
import { eyeOf, HALF_ANGLE, type Pose } from '../camera/pose.ts'

/** Here x goes east, y up and z south, in metres from the middle of the community. */
export function toThree({ east, north, up }: Enu, out = new Vector3()): Vector3 {
  return out.set(east, up, -north)
}

export function fromThree({ x, y, z }: Vector3): Enu {
  return { east: x, north: -z, up: y }
}

const TURN = new Matrix4().makeBasis(new Vector3(1, 0, 0), new Vector3(0, 0, -1), new Vector3(0, 1, 0))

/** Takes what lies on the earth, as tilesets do, to metres here. */
export function fromEarth({ lon, lat }: LonLat): Matrix4 {
  return new Matrix4()
    .fromArray(frameAt({ lon, lat, height: 0 }).matrix)
    .invert()
    .premultiply(TURN)
}

const right = new Vector3()
const up = new Vector3()
const back = new Vector3()

/** What is nearer than a share of the range is not looked at. */
const NEAR_SHARE = 0.02
const BEYOND = 1500

export function standAt(camera: PerspectiveCamera, pose: Pose, aspect: number): void {
  const eye = eyeOf(pose)
  toThree(eye.right, right)
  toThree(eye.up, up)
  toThree(eye.ahead, back).negate()
  camera.matrix.makeBasis(right, up, back).setPosition(toThree(eye.at, camera.position))
  camera.matrix.decompose(camera.position, camera.quaternion, camera.scale)
  camera.fov = degrees(2 * HALF_ANGLE)
  camera.aspect = aspect
  camera.near = Math.max(0.2, pose.range * NEAR_SHARE)
  camera.far = pose.range + BEYOND
  camera.updateProjectionMatrix()
  camera.updateMatrixWorld()
}
