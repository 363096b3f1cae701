import { TilesRenderer } from '3d-tiles-renderer'
import { GLTFExtensionsPlugin, type MeshFeatures, type StructuralMetadata } from '3d-tiles-renderer/plugins'
import { type Mesh, type Object3D, OrthographicCamera, Sphere } from 'three'
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js'
import type { Row } from './storey/bake.ts'

export interface LoadWish {
  url: string
  /** A storey came: how it looks on the earth, and the rows that its features count. */
  storey(floor: number, model: Object3D, rows: Row[]): void
  /** A storey will not come. */
  missing(): void
  /** Nothing will. */
  failed(): void
  done(): void
}

const TICK_MS = 30
/** Wider than any building: all of it is wanted, wherever the camera stands. */
const REACH = 2000

/**
 * Fetches all storeys of an inside, then lets go of the tileset: what is drawn is made out of them once, and storeys
 * that are pulled apart would not be where a tileset looks for them. Returns how to stop.
 */
export function loadStoreys({ url, storey, missing, failed, done }: LoadWish): () => void {
  const tiles = new TilesRenderer(url)
  tiles.registerPlugin(new GLTFExtensionsPlugin({ metadata: true, meshoptDecoder: MeshoptDecoder }))
  // All of them are held at once, for a moment.
  tiles.lruCache.minSize = tiles.lruCache.maxSize = 1000
  tiles.lruCache.maxBytesSize = 2 ** 29
  let open = true
  let wanted = Number.POSITIVE_INFINITY
  const timer = setInterval(() => tiles.update(), TICK_MS)
  const stop = () => {
    if (!open) return
    open = false
    clearInterval(timer)
    // Not from within one of its own events.
    setTimeout(() => tiles.dispose())
  }
  const oneLess = () => {
    wanted--
    if (wanted > 0 || !open) return
    stop()
    done()
  }
  tiles.addEventListener('load-root-tileset', () => {
    wanted = 0
    tiles.traverse((tile) => {
      if ((tile as { content?: unknown }).content) wanted++
      return false
    }, null)
    const camera = viewOfAll(tiles)
    tiles.setCamera(camera)
    tiles.setResolution(camera, REACH, REACH)
  })
  tiles.addEventListener('load-model', ({ scene, tile }) => {
    if (!open) return
    const { metadata } = tile as { metadata?: { properties?: { floor?: number } } }
    const floor = metadata?.properties?.floor
    if (floor !== undefined) storey(floor, scene, rowsOf(scene))
    oneLess()
  })
  tiles.addEventListener('load-error', ({ tile }) => {
    if (!open) return
    if (tile) {
      missing()
      oneLess()
    } else {
      stop()
      failed()
    }
  })
  tiles.update()
  return stop
}

function viewOfAll(tiles: TilesRenderer): OrthographicCamera {
  const camera = new OrthographicCamera(-REACH, REACH, REACH, -REACH, 0, 4 * REACH)
  const sphere = new Sphere()
  tiles.getBoundingSphere(sphere)
  const { center } = sphere
  camera.position.copy(center).setLength(center.length() + 2 * REACH)
  camera.lookAt(center)
  camera.updateMatrixWorld()
  return camera
}

interface Described {
  meshFeatures?: MeshFeatures
  structuralMetadata?: StructuralMetadata
}

/** The table of a storey: one for all of its meshes. */
function rowsOf(model: Object3D): Row[] {
  let rows: Row[] = []
  model.traverse((object) => {
    if (rows.length > 0 || !(object as Mesh).isMesh) return
    const { meshFeatures, structuralMetadata } = object.userData as Described
    const info = meshFeatures?.getFeatureInfo()[0] as { propertyTable?: number; featureCount: number } | undefined
    const table = info?.propertyTable
    if (!structuralMetadata || !info || typeof table !== 'number') return
    rows = Array.from({ length: info.featureCount }, (_, row) => {
      const said = structuralMetadata.getPropertyTableData([table], [row], [])[0] as Partial<Row> | undefined
      return { id: String(said?.id ?? ''), use: String(said?.use ?? 'storey') }
    })
  })
  return rows
}
