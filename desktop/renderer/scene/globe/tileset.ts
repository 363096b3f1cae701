import {
  Cartesian3,
  Cesium3DTileStyle,
  Cesium3DTileset,
  CustomShader,
  Matrix4,
  Resource,
  ShadowMode,
  UniformType,
} from '@cesium/engine'
import type { Quality } from '../quality/quality.ts'
import type { Light } from '../sky/light.ts'
import { tileShader } from '../sky/shading.glsl.ts'
import { SkyLight } from './sky-light.ts'
import { standIn } from './stand-in.ts'

/** Rest steps back to this share of its colours. */
const STEPPED_BACK = '#6d737b'

export interface TilesetWish {
  /** Of a tileset.json on the server. */
  url: string
  lift?: number
  /** All that this view needs is there for the first time. */
  ready(): void
  /** A tile could not be fetched or read. */
  missing(): void
  /** Of the first view more is missing than there is. */
  broken(): void
  changed(): void
}

/** A tileset on the globe, in the light of the hour. */
export class GlobeTileset {
  readonly tileset: Cesium3DTileset
  private readonly shader: CustomShader
  private readonly sky = new SkyLight()

  private constructor(tileset: Cesium3DTileset, { lift = 0, ready, missing, broken, changed }: TilesetWish) {
    this.tileset = tileset
    this.shader = skyShader()
    tileset.customShader = this.shader
    tileset.environmentMapManager.enabled = false
    tileset.imageBasedLighting.sphericalHarmonicCoefficients = this.sky.coefficients
    if (lift !== 0) raise(tileset, lift)
    tileset.loadProgress.addEventListener(changed)
    let [came, failed] = [0, 0]
    tileset.tileLoad.addEventListener(() => came++)
    // A tile that is missing leaves its parent, which is coarser: that is no reason to stop.
    tileset.tileFailed.addEventListener(() => {
      failed++
      standIn(tileset)
      missing()
    })
    tileset.initialTilesLoaded.addEventListener(() => (failed > came ? broken() : ready()))
  }

  static async open(wish: TilesetWish): Promise<GlobeTileset> {
    const tileset = await Cesium3DTileset.fromUrl(new Resource({ url: wish.url }), { shadows: ShadowMode.DISABLED })
    return new GlobeTileset(tileset, wish)
  }

  light({ sky, ground, windows, fog, wet }: Light): void {
    this.sky.set({ sky, ground })
    this.shader.setUniform('u_windows', windows)
    this.shader.setUniform('u_fogColor', new Cartesian3(...fog.color))
    this.shader.setUniform('u_wet', wet)
  }

  /** Metres at which a third of a thing is still seen: it goes with where one looks from. */
  fog(reach: number): void {
    this.shader.setUniform('u_fogReach', reach)
  }

  quality({ shadows, tileError }: Quality): void {
    this.tileset.shadows = shadows === 'none' ? ShadowMode.DISABLED : ShadowMode.ENABLED
    this.tileset.maximumScreenSpaceError = tileError
  }

  /** One building keeps its colours, the rest steps back. */
  emphasize(building: string | undefined): void {
    this.tileset.style =
      building === undefined
        ? undefined
        : new Cesium3DTileStyle({
            color: {
              conditions: [
                [`\${id} === '${building}'`, "color('#ffffff')"],
                ['true', `color('${STEPPED_BACK}')`],
              ],
            },
          })
  }
}

function raise(tileset: Cesium3DTileset, metres: number): void {
  const up = Cartesian3.normalize(tileset.boundingSphere.center, new Cartesian3())
  tileset.modelMatrix = Matrix4.fromTranslation(Cartesian3.multiplyByScalar(up, metres, up))
}

/** The air between the eye and the place, wet ground, lit windows: after the engine's own materials, before its light. */
function skyShader(): CustomShader {
  const { uniforms, fragmentShaderText } = tileShader()
  const of = (value: number | readonly [number, number, number]) =>
    typeof value === 'number'
      ? { type: UniformType.FLOAT, value }
      : { type: UniformType.VEC3, value: new Cartesian3(...value) }
  return new CustomShader({
    uniforms: Object.fromEntries(Object.entries(uniforms).map(([name, value]) => [name, of(value)])),
    fragmentShaderText,
  })
}
