import { Color, DirectionalLight, Group, type IUniform, Vector3 } from 'three'
import type { Quality } from '../quality/quality.ts'
import type { Light } from '../sky/light.ts'
import { toThree } from './frame.ts'

export interface LightUniforms extends Record<string, IUniform> {
  u_sun: IUniform<Color>
  u_sunWay: IUniform<Vector3>
  /** From above, and from below. */
  u_sky: IUniform<Color>
  u_earth: IUniform<Color>
  u_lamp: IUniform<Color>
  u_lampWay: IUniform<Vector3>
  u_fog: IUniform<Color>
  u_fogDensity: IUniform<number>
  /** How far windows are lit. */
  u_windows: IUniform<number>
}

/** A model on a table is never quite dark: at least so much light comes from all sides, and a lamp gives it shape. */
const LEAST_SKY = 0.4
const LAMP = 0.19
const SUN_MOST = 2.4
/** Light that the floor throws back. */
const BOUNCE = 0.62

/** Sun and sky as everywhere, and a lamp of the model's own. */
export class Lights {
  readonly group = new Group()
  readonly uniforms: LightUniforms = {
    u_sun: { value: new Color(0.7, 0.66, 0.6) },
    u_sunWay: { value: new Vector3(-0.5, 0.77, 0.4) },
    u_sky: { value: new Color(0.4, 0.4, 0.4) },
    u_earth: { value: new Color(0.25, 0.25, 0.25) },
    u_lamp: { value: new Color('#fff1de').multiplyScalar(LAMP) },
    u_lampWay: { value: new Vector3(0, 1, 0) },
    u_fog: { value: new Color(0, 0, 0) },
    u_fogDensity: { value: 0 },
    u_windows: { value: 0 },
  }
  /** Here for its shadows alone: how bright it is, surfaces know by themselves. */
  private readonly sun = new DirectionalLight()
  private shadows = { light: false, quality: false }

  constructor() {
    this.group.add(this.sun, this.sun.target)
    this.sun.shadow.bias = -0.0004
    this.sun.shadow.normalBias = 0.06
  }

  set({ toSun, sunColor, sunStrength, sky, fog, shadows, windows }: Light): void {
    const { u_sun, u_sunWay, u_sky, u_earth, u_lampWay, u_fog, u_fogDensity } = this.uniforms
    u_sun.value.setRGB(...sunColor).multiplyScalar(Math.min(SUN_MOST, sunStrength) / Math.PI)
    toThree(toSun, u_sunWay.value)
    // Across the sun, so that no two walls of a corner are alike.
    u_lampWay.value.set(u_sunWay.value.z, 0.6, -u_sunWay.value.x).normalize()
    // What the sky lacks is given by the room, a little warm.
    const lack = Math.max(0, LEAST_SKY - Math.max(...sky))
    u_sky.value.setRGB(...sky)
    u_sky.value.r += lack * 1.04
    u_sky.value.g += lack
    u_sky.value.b += lack * 0.93
    u_earth.value.copy(u_sky.value).multiplyScalar(BOUNCE)
    u_fog.value.setRGB(...fog.color)
    u_fogDensity.value = fog.reach > 0 ? 1 / fog.reach : 0
    this.uniforms.u_windows.value = windows
    this.shadows.light = shadows
  }

  spend({ shadows }: Quality): void {
    this.shadows.quality = shadows !== 'none'
    const { shadow } = this.sun
    const size = shadows === 'soft' ? 2048 : 1024
    shadow.radius = shadows === 'soft' ? 3 : 1
    if (shadow.mapSize.x === size) return
    shadow.mapSize.set(size, size)
    shadow.map?.dispose()
    shadow.map = null
  }

  get castShadows(): boolean {
    return this.shadows.light && this.shadows.quality
  }

  /** What shadows are drawn of, if they are. */
  fit(middle: Vector3, radius: number, cast: boolean): void {
    const { sun } = this
    sun.castShadow = cast
    sun.target.position.copy(middle)
    sun.position.copy(middle).addScaledVector(this.uniforms.u_sunWay.value, radius * 2)
    const { camera } = sun.shadow
    camera.left = camera.bottom = -radius
    camera.right = camera.top = radius
    camera.near = 0.1
    camera.far = radius * 4
    camera.updateProjectionMatrix()
    sun.updateMatrixWorld()
    sun.target.updateMatrixWorld()
  }

  dispose(): void {
    this.sun.dispose()
  }
}
