import { Cartesian3, Cesium3DTileset, CustomShader, Matrix4, Resource, ShadowMode, UniformType } from '@cesium/engine'
import type { Globe } from '../../scene/globe/globe.ts'

/** Light from the whole sky, as the first of the nine terms of a sky that is alike on all sides. */
const SKY = [0.34, 0.38, 0.45] as const
/** Evening: some people are home. The hours of the day come with the scene's own sun. */
const EVENING = 0.75

export interface TilesetWish {
  /** Of a tileset.json on the server. */
  url: string
  lift?: number
  /** All that this view needs is there for the first time. */
  ready(): void
  /** A tile could not be fetched or read. */
  missing(): void
  failed(): void
}

/** Shows a tileset; returns how to take it away. */
export function showTileset(globe: Globe, { url, lift = 0, ready, missing, failed }: TilesetWish): () => void {
  let shown: Cesium3DTileset | undefined
  let open = true
  const start = async () => {
    const tileset = await Cesium3DTileset.fromUrl(new Resource({ url }), {
      shadows: ShadowMode.DISABLED,
    })
    if (!open) return tileset.destroy()
    tileset.customShader = eveningShader()
    tileset.environmentMapManager.enabled = false
    const nothing = () => new Cartesian3()
    const sky = new Cartesian3(...SKY)
    tileset.imageBasedLighting.sphericalHarmonicCoefficients = [sky, ...Array.from({ length: 8 }, nothing)]
    if (lift !== 0) raise(tileset, lift)
    tileset.loadProgress.addEventListener(() => globe.draw())
    tileset.initialTilesLoaded.addEventListener(ready)
    // A tile that is missing leaves its parent, which is coarser: that is no reason to stop.
    tileset.tileFailed.addEventListener(missing)
    shown = globe.scene.primitives.add(tileset) as Cesium3DTileset
    globe.scene.primitives.lowerToBottom(tileset)
    globe.draw()
  }
  start().catch(() => open && failed())
  return () => {
    open = false
    if (shown) globe.scene.primitives.remove(shown)
    globe.draw()
  }
}

function raise(tileset: Cesium3DTileset, metres: number): void {
  const up = Cartesian3.normalize(tileset.boundingSphere.center, new Cartesian3())
  tileset.modelMatrix = Matrix4.fromTranslation(Cartesian3.multiplyByScalar(up, metres, up))
}

/** Lit windows shine as far as it is evening. */
function eveningShader(): CustomShader {
  return new CustomShader({
    uniforms: { u_evening: { type: UniformType.FLOAT, value: EVENING } },
    fragmentShaderText:
      'void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) { material.emissive *= u_evening; }',
  })
}
